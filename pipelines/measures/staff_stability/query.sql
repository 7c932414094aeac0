-- One row per person and academic year in post on the census day, and whether they are still in the school where they worked most. Without the
-- school: beside the retention of a school it would count the few who moved.
-- A year that is not up is left out, not counted as one in which everybody stayed.
select
    academic_year as time_period,
    is_in_same_school_a_year_later::integer as numerator,
    1 as denominator,
from marts.staff_years
where is_in_same_school_a_year_later is not null
