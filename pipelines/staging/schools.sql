-- One row per school on record, whichever trust it is in.
select
    trim(urn) as school_urn,
    trim(name) as name,
    coalesce(phase, 'not_stated') as phase,
    nullif(trim(local_authority_code), '') as local_authority_code,
    nullif(trim(local_authority), '') as local_authority,
    opened_on,
    closed_on,
    nullif(trim(trust_uid), '') as trust_uid,
    trust_joined_on,
    trust_left_on,
    pupils,
from raw.schools
where status = 'active'
