-- One row per question of an activity's close-out that its leader answered, on the scale from 1, not at all, to 4, fully.
-- It stands for the activity and has the leader's name under it, so it is no answer in confidence.
with answered as (
    select
        admitted_answers.academic_year,
        admitted_answers.activity_number,
        evaluations.answers,
        unnest(['time', 'resources', 'problems_solved', 'recognised']) as key,
    from marts.admitted_answers
    inner join stg.evaluations
        on evaluations.evaluation_id = admitted_answers.evaluation_id
    where admitted_answers.wave = 'close_out'
)

select
    academic_year,
    activity_number,
    case key
        when 'time' then 'Enough time'
        when 'resources' then 'Enough resources'
        when 'problems_solved' then 'Problems dealt with'
        when 'recognised' then 'Success recognised'
    end as question,
    try_cast(answers ->> key as integer) as step,
from answered
where try_cast(answers ->> key as integer) between 1 and 4
