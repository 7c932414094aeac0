-- Every activity serves a priority, its own or its programme's
-- severity: warning
-- One row per activity without one; declined activities need none.
select activities.activity_id
from stg.activities
left join stg.programmes
    on programmes.programme_id = activities.programme_id
where coalesce(activities.decision, 'approved') != 'declined'
    and coalesce(activities.priority_id, programmes.priority_id) is null
