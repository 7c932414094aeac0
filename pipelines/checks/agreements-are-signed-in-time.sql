-- Every training agreement was signed before its course started
-- severity: warning
-- One row per agreement that was signed later, and may not hold; one that is not signed at all is a task.
select agreement_id
from stg.agreements
where signed_on > course_starts_on
