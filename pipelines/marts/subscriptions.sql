-- One row per subscription that has begun, in the academic year in which its year ended, or in this one while it runs.
-- `users` is how many used it in the last twelve months; empty where nobody knows.
select
    subscriptions.subscription_id,
    academic_year(least(coalesce(subscriptions.ends_on, settings.today), settings.today))::integer as academic_year,
    case subscriptions.kind
        when 'service_level_agreement' then 'Service level agreement'
        when 'membership' then 'Membership'
        else 'Subscription'
    end as kind,
    subscriptions.annual_cost,
    subscriptions.users_in_year as users,
from stg.subscriptions
cross join marts.settings
where coalesce(subscriptions.starts_on, settings.today) <= settings.today
