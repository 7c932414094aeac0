-- Whoever completed an activity was in post in one of the schools at the time
-- severity: warning
-- One row per completed activity and person without a post that day; it counts for the whole organisation, but for no school.
select person_id
from marts.participations
where is_completed
    and school_urn is null
