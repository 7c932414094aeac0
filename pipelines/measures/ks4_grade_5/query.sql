-- One row per school and academic year with a published share, weighted by its pupils. A suppressed or missing one keeps its status and counts for
-- nothing in the trust's total. marts.published_results holds the schools with a figure every year, and a row for each year in which nobody published one.
select
    school_urn,
    time_period,
    same_schools,
    value * population as numerator,
    population as denominator,
    case when value is not null and time_period in (202122, 202223) then '[b]' else status end as status,
    is_in_trust as is_in_total,
from marts.published_results
where outcome_code = 'ks4_basics_95'
