-- One row per activity. An activity that nobody marked as restricted is not; one without an end ended the day it began.
select
    id as activity_id,
    programme_id,
    priority_id,
    provider_id,
    nullif(trim(school_urn), '') as school_urn,
    starts_on,
    coalesce(ends_on, starts_on) as ends_on,
    hours,
    decision,
    coalesce(is_restricted, false) as is_restricted,
from raw.activities
where status = 'active'
