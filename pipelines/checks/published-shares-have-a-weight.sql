-- Every published attainment figure of a school says how many pupils it is of
-- severity: warning
-- One row per figure without; it cannot be part of the trust's figure and is shown as not available.
select outcome_id
from marts.outcomes
where geographic_level = 'school'
    and outcome_code in ('ks2_rwm_expected', 'ks4_attainment_8')
    and value is not null
    and coalesce(population, 0) <= 0
