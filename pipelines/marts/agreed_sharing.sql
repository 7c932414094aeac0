-- One row per thing that was to be passed on and is due, in the academic year in which it was due; without a school it is the trust's.
-- One without a due day was due on the day it was agreed. What came of a restricted activity is left out.
select
    sharing.sharing_id,
    academic_year(coalesce(sharing.due_on, sharing.agreed_on))::integer as academic_year,
    schools.school_urn,
    coalesce(sharing.done_on <= settings.today, false) as is_done,
from stg.sharing
cross join marts.settings
cross join marts.calendar
left join stg.activities
    on activities.activity_id = sharing.activity_id
left join marts.schools
    on schools.school_urn = coalesce(sharing.school_urn, calendar.only_school_urn)
where sharing.route != 'not_needed'
    and coalesce(sharing.due_on, sharing.agreed_on) <= settings.today
    and not coalesce(activities.is_restricted, false)
