-- One row per person and academic year in post on the census day. A year that is not up is left out, not counted as one without moves.
select
    academic_year as time_period,
    (is_in_trust_a_year_later and not is_in_same_school_a_year_later)::integer as numerator,
    1 as denominator,
from marts.staff_years
where is_in_trust_a_year_later is not null
