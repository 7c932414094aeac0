-- One row per cost or budget line, in pounds.
select
    id as cost_id,
    kind,
    amount,
    incurred_on,
    activity_id,
    programme_id,
    subscription_id,
    nullif(trim(school_urn), '') as school_urn,
from raw.costs
where status = 'active'
