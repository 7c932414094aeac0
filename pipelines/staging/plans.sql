-- One row per CPD plan of the trust or of a school. Whether somebody wrote something is all that is known of the words.
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
    future_needs as has_future_needs,
    lead_role_evaluation as has_lead_role_evaluation,
from raw.plans
where status = 'active'
