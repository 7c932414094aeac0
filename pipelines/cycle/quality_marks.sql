-- One row per quality mark of the organisation's own CPD; of its record only who awarded it and for how long.
select
    coalesce(evidence.school_urn, calendar.only_school_urn) as school_urn,
    evidence.awarded_by,
    evidence.observed_on::varchar as awarded_on,
    evidence.expires_on::varchar as expires_on,
from stg.evidence
cross join marts.calendar
where evidence.type = 'quality_mark'
    and evidence.awarded_by is not null
order by evidence.expires_on, evidence.awarded_by, evidence.school_urn
