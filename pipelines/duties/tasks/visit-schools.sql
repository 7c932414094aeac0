-- Make the termly quality assurance visit
-- how: Enter the visit as evidence of the kind "Quality assurance visit", with what was found.
-- asked: R-B13 (H): the trust carries out quality assurance visits each term.
-- One row per school without a visit this term, for profile H and for a trust that made such a visit in the last year.
select
    places.school_urn,
    'cpd_administrator' as owner_role,
    calendar.term_ends_on as due_on,
    'Visit to ' || places.name as subject,
    'evidence' as collection,
    '+' as record_id,
from marts.places
cross join marts.calendar
cross join stg.policy
anti join stg.evidence
    on evidence.type = 'qa_visit'
    and evidence.school_urn = places.school_urn
    and evidence.observed_on >= calendar.term_starts_on
where places.school_urn is not null
    and calendar.only_school_urn is null
    and (
        policy.profile = 'H'
        or exists (
            select 1
            from stg.evidence as visits
            where visits.type = 'qa_visit' and visits.observed_on >= calendar.today - interval 1 year
        )
    )
