-- One row per school and academic year: the published share, weighted by the number of teachers that it was published with.
-- One that is suppressed or missing keeps its status; one of a school without a number of teachers is not available.
select
    school_urn,
    time_period,
    value * population as numerator,
    population as denominator,
    status,
    is_in_trust as is_in_total,
from marts.published_results
where outcome_code = 'workforce_qts_share'
