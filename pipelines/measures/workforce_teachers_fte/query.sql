-- One row per school and academic year. A suppressed or missing count keeps its status and is not in the trust's total.
select
    time_period,
    school_urn,
    value as numerator,
    null as denominator,
    status,
    is_in_trust as is_in_total,
from marts.outcomes
where outcome_code = 'workforce_teachers_fte'
    and geographic_level = 'school'
    and breakdown = 'total'
