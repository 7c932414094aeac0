-- A person's part in an activity is recorded once for each role
-- severity: warning
-- One row per person, activity and role with more records; the figures count them once.
select person_id
from stg.participations
group by person_id, activity_id, role
having count(*) > 1
