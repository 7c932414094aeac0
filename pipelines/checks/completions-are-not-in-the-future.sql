-- Nothing is completed before it happens
-- severity: error
-- One row per participation completed after today, or before its activity began.
select participations.participation_id
from stg.participations
inner join stg.activities
    on activities.activity_id = participations.activity_id
cross join marts.settings
where participations.state = 'completed'
    and (
        coalesce(participations.completed_on, activities.ends_on) > settings.today
        or participations.completed_on < activities.starts_on
    )
