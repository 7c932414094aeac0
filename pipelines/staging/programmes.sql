-- One row per programme. Without a school it is the trust's.
select
    id as programme_id,
    trim(title) as title,
    priority_id,
    nullif(trim(school_urn), '') as school_urn,
    state,
    starts_on,
    ends_on,
from raw.programmes
where status = 'active'
