-- No activity has more evaluations than people who are known to have answered
-- severity: warning
-- One row per activity and closed wave with more.
with received as (
    select activity_number, wave, count(*) as answers
    from marts.closed_answers
    where wave in ('end_of_session', 'follow_up')
    group by activity_number, wave
),

known as (
    select activity_number, 'end_of_session' as wave, count(*) filter (where is_answered) as answered
    from marts.participations
    group by activity_number
    union all
    select activity_number, 'follow_up' as wave, count(*) filter (where is_followup_answered) as answered
    from marts.participations
    group by activity_number
)

select received.activity_number
from received
left join known
    on known.activity_number = received.activity_number
    and known.wave = received.wave
where received.answers > coalesce(known.answered, 0)
