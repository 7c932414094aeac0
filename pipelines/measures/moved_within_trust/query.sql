-- One row per teacher and academic year in post on the census day. A year that is not up is left out, not counted as one without moves.
select
    academic_year as time_period,
    (is_in_trust_a_year_later and not is_in_same_school_a_year_later)::integer as numerator,
    1 as denominator,
    fte as weight,
from marts.staff_years
where is_teacher
    and is_in_trust_a_year_later is not null
