-- One row per part that somebody holds, in a school or in the trust. Nobody knows here who.
select
    id as appointment_id,
    role,
    nullif(trim(school_urn), '') as school_urn,
    starts_on,
    ends_on,
from raw.appointments
where status = 'active'
