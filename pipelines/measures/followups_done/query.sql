-- One row per activity whose follow-up is due; not applicable where the policy states none.
select
    academic_year as time_period,
    school_urn,
    case when follow_up != 'not_asked_for' then (follow_up = 'done')::integer end as numerator,
    case when follow_up != 'not_asked_for' then 1 end as denominator,
    if(follow_up = 'not_asked_for', '[z]', '') as status,
from marts.provided_activities
where follow_up is not null
