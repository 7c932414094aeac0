-- An activity does not end before it starts
-- severity: error
-- One row per such activity.
select activity_id
from stg.activities
where ends_on < starts_on
