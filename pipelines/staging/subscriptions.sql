-- One row per subscription or service agreement.
select
    id as subscription_id,
    nullif(trim(school_urn), '') as school_urn,
    annual_cost,
    starts_on,
    ends_on,
    users_in_year,
    decision,
from raw.subscriptions
where status = 'active'
