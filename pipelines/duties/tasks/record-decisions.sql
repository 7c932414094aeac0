-- Write down what the meeting decided
-- how: Enter the decisions in the paper, and set its state to "Discussed".
-- asked: R-I1, R-J1 (M, P, C, B, H): recommendations go up and decisions come back.
-- One row per paper that went out, or agenda item, whose meeting was in the last year and is not noted as discussed. Due two weeks after it.
select
    coalesce(editions.school_urn, calendar.only_school_urn) as school_urn,
    places.owner_role,
    editions.meeting_on + 14 as due_on,
    editions.title as subject,
    'The meeting was on ' || shown_day(editions.meeting_on) || '.' as detail,
    'editions' as collection,
    editions.edition_id as record_id,
from stg.editions
cross join marts.calendar
inner join marts.places
    on places.school_urn is not distinct from coalesce(editions.school_urn, calendar.only_school_urn)
where (editions.state = 'final' or (editions.state = 'draft' and editions.kind = 'minute'))
    and editions.meeting_on < calendar.today
    and editions.meeting_on >= calendar.today - interval 1 year
