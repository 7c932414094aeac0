-- One row per priority.
select
    id as priority_id,
    level,
    nullif(trim(school_urn), '') as school_urn,
    starts_on,
    ends_on,
from raw.priorities
where status = 'active'
