-- Check how well CPD is run
-- how: Look at coverage, response, follow-ups and reports in time, and enter what you found as evidence of the kind "Yearly check".
-- asked: R-G15 (M, P, C): systems and procedures of CPD keep to current best practice.
-- One row for the organisation while this academic year has no such check.
select
    places.school_urn,
    places.owner_role,
    calendar.year_ends_on as due_on,
    'Check of ' || shown_year(calendar.academic_year) as subject,
    'evidence' as collection,
    '+' as record_id,
from marts.places
cross join marts.calendar
cross join stg.policy
anti join stg.evidence
    on evidence.type = 'self_check'
    and evidence.observed_on >= calendar.year_starts_on
where policy.profile in ('M', 'P', 'C')
    and (places.school_urn is null or places.school_urn = calendar.only_school_urn)
