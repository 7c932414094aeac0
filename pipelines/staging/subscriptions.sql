-- One row per subscription or service agreement.
select
    id as subscription_id,
    trim(title) as title,
    coalesce(kind, 'subscription') as kind,
    provider_id,
    nullif(trim(school_urn), '') as school_urn,
    annual_cost,
    starts_on,
    ends_on,
    notice_by_on,
    users_in_year,
    nullif(trim(benefit), '') as benefit,
    decision,
    decided_on,
    nullif(trim(decision_reason), '') as decision_reason,
from raw.subscriptions
where status = 'active'
