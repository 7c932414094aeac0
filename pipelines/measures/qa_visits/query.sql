-- One row per school and academic year in the trust, visited or not.
select
    school_urn,
    academic_year as time_period,
    visits as numerator,
    1 as denominator,
from marts.school_visits
