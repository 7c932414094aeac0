-- Do what followed from something seen
-- how: Do it, and set in the evidence the day on which it was done.
-- asked: R-G9, R-G14 (M, P, C, B, H): evidence is acted on.
-- One row per piece of evidence whose next step is due within 90 days and not done.
select
    coalesce(evidence.school_urn, calendar.only_school_urn) as school_urn,
    places.owner_role,
    evidence.next_step_due_on as due_on,
    'After what was seen on ' || shown_day(evidence.observed_on) as subject,
    'evidence' as collection,
    evidence.evidence_id as record_id,
from stg.evidence
cross join marts.calendar
inner join marts.places
    on places.school_urn is not distinct from coalesce(evidence.school_urn, calendar.only_school_urn)
where evidence.next_step_done_on is null
    and evidence.next_step_due_on <= calendar.today + 90
    and evidence.observed_on is not null
