-- Share what was agreed
-- how: Do it, and set the day on which it was done.
-- asked: R-G11 (M, P, C): effective practice is disseminated.
-- One row per agreed sharing that is due within 90 days and not done.
select
    coalesce(sharing.school_urn, calendar.only_school_urn) as school_urn,
    places.owner_role,
    sharing.due_on,
    coalesce(activities.title, 'Sharing') as subject,
    'sharing' as collection,
    sharing.sharing_id as record_id,
from stg.sharing
cross join marts.calendar
left join stg.activities
    on activities.activity_id = sharing.activity_id
inner join marts.places
    on places.school_urn is not distinct from coalesce(sharing.school_urn, calendar.only_school_urn)
where sharing.done_on is null
    and sharing.route != 'not_needed'
    and sharing.due_on <= calendar.today + 90
    and not coalesce(activities.is_restricted, false)
