-- One row per priority and academic year in which it was in force; without a school it is the whole organisation's.
select
    academic_year as time_period,
    school_urn,
    has_activity::integer as numerator,
    1 as denominator,
from marts.priority_years
