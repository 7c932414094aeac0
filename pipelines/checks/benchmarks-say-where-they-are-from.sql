-- Every published figure to compare with says who published it, where, when and under which licence
-- severity: warning
-- One row per benchmark without; it is not shown.
select outcome_id
from stg.outcomes
where geographic_level != 'school'
    and (publisher is null or source_title is null or licence is null or retrieved_on is null)
