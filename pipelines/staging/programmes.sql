-- One row per programme. Without a school it is the trust's.
select
    id as programme_id,
    trim(title) as title,
    priority_id,
    nullif(trim(school_urn), '') as school_urn,
    state,
    starts_on,
    ends_on,
    nullif(trim(intended_outcome), '') as intended_outcome,
    nullif(trim(indicator), '') as indicator,
    nullif(trim(baseline), '') as baseline,
    nullif(trim(outcome_short), '') as outcome_short,
    nullif(trim(outcome_medium), '') as outcome_medium,
    nullif(trim(outcome_long), '') as outcome_long,
    nullif(trim(sustain_plan), '') as sustain_plan,
    decision,
    decided_on,
    nullif(trim(decision_reason), '') as decision_reason,
from raw.programmes
where status = 'active'
