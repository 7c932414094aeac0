-- One row per priority. Without a school it is the trust's.
select
    id as priority_id,
    nullif(trim(title), '') as title,
    level,
    nullif(trim(school_urn), '') as school_urn,
    starts_on,
    ends_on,
from raw.priorities
where status = 'active'
