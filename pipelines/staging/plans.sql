-- One row per CPD plan of the trust or of a school. Of the evaluation of a role it is only known whether there is one.
select
    id as plan_id,
    trim(title) as title,
    time_period,
    nullif(trim(school_urn), '') as school_urn,
    coalesce(state, 'draft') as state,
    discussed_with_school_board_on,
    discussed_with_trust_board_on,
    agreed_on,
    published_on,
    evaluated_on,
    nullif(trim(objectives), '') as objectives,
    from_json(
        actions,
        '[{"month": "varchar", "action": "varchar", "staff_group": "varchar", "owner_role": "varchar", "funding": "varchar"}]'
    ) as actions,
    nullif(trim(future_needs), '') as future_needs,
    coalesce(trim(future_needs), '') != '' as has_future_needs,
    lead_role_evaluation as has_lead_role_evaluation,
from raw.plans
where status = 'active'
