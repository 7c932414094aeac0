-- Put CPD on the agenda of the board
-- how: Enter the paper, or the item of the agenda, with the day of the meeting.
-- asked: R-B5 (P, C, B; H each term): CPD is a regular item of governing meetings.
-- One row per board without a paper or item this term: the organisation's board and, where schools have boards of their own, each of those.
select
    places.school_urn,
    places.owner_role,
    calendar.term_ends_on as due_on,
    case
        when places.school_urn is null or calendar.only_school_urn is not null then 'The {board_term} this term'
        else 'The {local_board_term} this term'
    end as subject,
    'editions' as collection,
    '+' as record_id,
from marts.places
cross join marts.calendar
cross join stg.policy
anti join stg.editions
    on coalesce(editions.school_urn, calendar.only_school_urn) is not distinct from places.school_urn
    and editions.meeting_on between calendar.term_starts_on and calendar.term_ends_on
where policy.profile != 'M'
    and (places.school_urn is null or calendar.only_school_urn is not null or policy.local_board_term is not null)
