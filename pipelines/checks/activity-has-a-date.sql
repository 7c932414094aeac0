-- Every activity that somebody took part in has a date
-- severity: warning
-- One row per activity without one; what happened in it belongs to no year.
select activities.activity_id
from stg.activities
semi join stg.participations
    on participations.activity_id = activities.activity_id
where activities.ends_on is null
