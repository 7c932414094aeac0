-- One row per paper for a meeting.
select
    id as edition_id,
    trim(title) as title,
    kind,
    nullif(trim(school_urn), '') as school_urn,
    time_period,
    meeting_on,
    coalesce(state, 'draft') as state,
    nullif(trim(future_needs), '') as future_needs,
    coalesce(trim(future_needs), '') != '' as has_future_needs,
    lead_role_evaluation as has_lead_role_evaluation,
    from_json(
        decisions,
        '[{"decision": "varchar", "owner_role": "varchar", "due_on": "date", "done_on": "date"}]'
    ) as decisions,
from raw.editions
where status = 'active'
