-- A person's part in an activity is recorded once for each role
-- severity: warning
-- One row per person, activity and role with more records; the figures count them once.
-- The three are compared as one number each, as a million pairs of long keys are slow to compare.
select hash(staff_id, activity_id, role) as part
from stg.participations
group by part
having count(*) > 1
