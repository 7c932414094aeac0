-- One row per qualification that a person holds, is working for or has left. Codes are upper case without spaces.
select
    id as qualification_id,
    staff_id,
    upper(replace(trim(qualification), ' ', '')) as qualification,
    state,
    started_on,
    gained_on,
    expires_on,
from raw.qualifications
where status = 'active'
