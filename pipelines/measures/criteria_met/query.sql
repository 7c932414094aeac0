-- One row per activity that went ahead and is over, in a year in which criteria were ticked; not applicable where the policy lists none.
select
    academic_year as time_period,
    school_urn,
    case when criteria != 'not_asked_for' then (criteria = 'met')::integer end as numerator,
    case when criteria != 'not_asked_for' then 1 end as denominator,
    if(criteria = 'not_asked_for', '[z]', '') as status,
from marts.provided_activities
where criteria is not null
