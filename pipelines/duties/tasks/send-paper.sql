-- Send out the paper for a meeting
-- how: Finish the paper and set its state to "Gone out".
-- asked: R-B5, R-J1 (M, P, C, B, H): papers go out eight days before the meeting.
-- One row per paper in draft whose meeting is ahead, or was not more than 60 days ago.
select
    coalesce(editions.school_urn, calendar.only_school_urn) as school_urn,
    places.owner_role,
    editions.meeting_on - 8 as due_on,
    editions.title as subject,
    'The meeting is on ' || shown_day(editions.meeting_on) || '.' as detail,
    'editions' as collection,
    editions.edition_id as record_id,
from stg.editions
cross join marts.calendar
inner join marts.places
    on places.school_urn is not distinct from coalesce(editions.school_urn, calendar.only_school_urn)
where editions.state = 'draft'
    and editions.kind != 'minute'
    and editions.meeting_on >= calendar.today - 60
