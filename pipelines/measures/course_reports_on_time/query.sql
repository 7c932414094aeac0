-- One row per activity whose report is due; not applicable where the policy names nobody to send one to.
select
    academic_year as time_period,
    school_urn,
    case when report != 'not_asked_for' then (report = 'on_time')::integer end as numerator,
    case when report != 'not_asked_for' then 1 end as denominator,
    if(report = 'not_asked_for', '[z]', '') as status,
from marts.provided_activities
where report is not null
