-- One row per person and academic year in post on the census day, in the school where they work most.
-- A year that is not up is left out, not counted as one in which everybody stayed.
select
    academic_year as time_period,
    school_urn,
    is_in_same_school_a_year_later::integer as numerator,
    1 as denominator,
from marts.staff_years
where is_in_same_school_a_year_later is not null
