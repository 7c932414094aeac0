-- One row per subscription or service agreement.
select
    id as subscription_id,
    trim(title) as title,
    coalesce(kind, 'subscription') as kind,
    nullif(trim(school_urn), '') as school_urn,
    annual_cost,
    starts_on,
    ends_on,
    notice_by_on,
    users_in_year,
    decision,
    decided_on,
from raw.subscriptions
where status = 'active'
