-- Somebody uses every subscription that is paid for
-- severity: warning
-- One row per running subscription that nobody used in the last year, and that is not decided to stop.
select subscriptions.subscription_id
from stg.subscriptions
cross join marts.settings
where subscriptions.annual_cost > 0
    and coalesce(subscriptions.starts_on, settings.today) <= settings.today
    and coalesce(subscriptions.ends_on, settings.today) >= settings.today
    and subscriptions.users_in_year = 0
    and subscriptions.decision is distinct from 'stop'
