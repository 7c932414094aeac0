-- Nobody spends more than 1,000 hours on one activity
-- severity: warning
-- One row per participation with more.
select participation_id
from stg.participations
where hours_attended > 1000
