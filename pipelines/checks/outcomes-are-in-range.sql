-- Published shares are between 0 and 1, Attainment 8 between 0 and 90, and counts not below 0
-- severity: error
-- One row per published number outside its range.
select outcome_id
from stg.outcomes
where case
        when outcome_code in ('ks2_rwm_expected', 'ks2_rwm_higher', 'ks4_basics_95', 'ks4_basics_94')
            or outcome_code like 'workforce_%_share' then value not between 0 and 1
        when outcome_code = 'ks4_attainment_8' then value not between 0 and 90
        when outcome_code like 'workforce_%' then value < 0
        else false
    end
