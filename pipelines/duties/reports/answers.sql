-- One row per activity, wave, question and answer that was given, with how often: the answers of closed waves, and late ones once no more can come.
-- A question that takes several answers has a row for each.
with counting as (
    select
        evaluations.activity_id,
        evaluations.wave,
        evaluations.questionnaire,
        evaluations.answers,
    from marts.closed_answers
    inner join stg.evaluations
        on evaluations.evaluation_id = closed_answers.evaluation_id
    cross join marts.calendar
    where closed_answers.wave in ('end_of_session', 'follow_up')
        and not closed_answers.is_restricted
        and closed_answers.academic_year >= calendar.last_academic_year
),

answered as (
    select
        counting.activity_id,
        counting.wave,
        counting.questionnaire,
        unnest(json_keys(counting.answers)) as item,
        counting.answers,
    from counting
),

given as (
    select
        answered.activity_id,
        answered.wave,
        answered.questionnaire,
        answered.item,
        json_extract(answered.answers, '$."' || answered.item || '"') as answer,
    from answered
)

select
    given.activity_id,
    given.wave,
    given.questionnaire,
    given.item,
    given.answer::varchar as value,
    count(*)::integer as answers,
from given
where json_type(given.answer) != 'NULL'
group by all
order by all
