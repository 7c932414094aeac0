-- One row per teacher and academic year in post on the census day, in the school where they work most.
-- A year that is not up is left out, not counted as one without leavers.
select
    academic_year as time_period,
    school_urn,
    (not is_in_same_school_a_year_later)::integer as numerator,
    1 as denominator,
    fte as weight,
from marts.staff_years
where is_teacher
    and is_in_same_school_a_year_later is not null
