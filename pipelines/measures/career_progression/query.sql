-- One row per person in post on the census day and still in the organisation a year later, with a rung both times; not applicable where the
-- policy has no ladder. A year that is not up is left out. Without the school: the denominator would be the stayers of a school.
select
    academic_year as time_period,
    is_on_higher_rung::integer as numerator,
    case when is_on_higher_rung is not null then 1 end as denominator,
    if(has_ladder, '', '[z]') as status,
from marts.career_steps
where is_on_higher_rung is not null or not has_ladder
