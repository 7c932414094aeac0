-- One row per piece of evidence: a visit, an observation, a gap task, a quality mark.
select
    id as evidence_id,
    type,
    level,
    claim_grade,
    finding,
    observed_on,
    nullif(trim(school_urn), '') as school_urn,
    activity_id,
    programme_id,
    priority_id,
    next_step as has_next_step,
    next_step_due_on,
    next_step_done_on,
    stage_1_on,
    stage_2_on,
    stage_3_on,
    stage_4_on,
    nullif(trim(awarded_by), '') as awarded_by,
    expires_on,
from raw.evidence
where status = 'active'
