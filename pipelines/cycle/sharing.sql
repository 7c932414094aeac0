-- One row per entry of the library. What came of a restricted activity is left out.
select
    sharing.sharing_id as id,
    coalesce(sharing.school_urn, calendar.only_school_urn) as school_urn,
    sharing.title,
    programmes.programme_id,
    sharing.route,
    sharing.audience,
    sharing.staff_group_key as staff_group,
    sharing.what_worked,
    sharing.what_did_not,
    sharing.link,
    sharing.due_on::varchar as due_on,
    sharing.done_on::varchar as done_on,
from stg.sharing
cross join marts.calendar
left join stg.activities
    on activities.activity_id = sharing.activity_id
left join marts.programmes
    on programmes.programme_id = coalesce(sharing.programme_id, activities.programme_id)
where sharing.is_in_library
    and sharing.title is not null
    and sharing.route != 'not_needed'
    and not coalesce(activities.is_restricted, false)
    and not coalesce(programmes.is_restricted, false)
order by sharing.done_on desc nulls first, sharing.title, sharing.sharing_id
