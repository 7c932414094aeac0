-- One row per activity, wave, question and answer that was given, with how often. Only what counts in the figures counts here: the answers
-- of closed waves, and late ones once their batch is full. A question that takes several answers has a row for each.
with counting as (
    select
        evaluations.activity_id,
        evaluations.wave,
        evaluations.questionnaire,
        evaluations.answers,
        evaluations.batch = 0 or count(*) over batch >= settings.threshold_signed_in as is_counted,
    from stg.evaluations
    inner join marts.activities
        on activities.activity_id = evaluations.activity_id
        and case when evaluations.wave = 'follow_up' then activities.is_followup_closed else activities.is_closed end
    cross join marts.settings
    cross join marts.calendar
    where evaluations.wave in ('end_of_session', 'follow_up')
        and not activities.is_restricted
        and activities.academic_year >= calendar.last_academic_year
    window batch as (partition by evaluations.activity_id, evaluations.wave, evaluations.batch)
),

answered as (
    select
        counting.activity_id,
        counting.wave,
        counting.questionnaire,
        unnest(json_keys(counting.answers)) as item,
        counting.answers,
    from counting
    where counting.is_counted
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
