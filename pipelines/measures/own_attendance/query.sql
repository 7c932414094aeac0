-- One row per school and academic year with a recorded share, as sessions of every hundred, weighted by its pupils; one without a number of pupils is not available.
select
    school_urn,
    time_period,
    100 * value * population as numerator,
    population as denominator,
    status,
    is_in_trust as is_in_total,
from marts.published_results
where outcome_code = 'own_attendance'
