-- One row per subscription or agreement. Users are people: a few could be known, and more are told to the nearest five.
select
    subscriptions.subscription_id as id,
    coalesce(subscriptions.school_urn, calendar.only_school_urn) as school_urn,
    subscriptions.title,
    subscriptions.kind,
    providers.name as provider,
    providers.quality_state as rating,
    subscriptions.annual_cost::double as annual_cost,
    case
        when subscriptions.users_in_year is null then 'unknown'
        when subscriptions.users_in_year = 0 then 'nobody'
        when subscriptions.users_in_year < settings.threshold_signed_in then 'few'
        else 'some'
    end as use,
    case
        when subscriptions.users_in_year >= settings.threshold_signed_in then
            greatest(5, 5 * round(subscriptions.users_in_year / 5))::integer
    end as users_about,
    subscriptions.starts_on::varchar as starts_on,
    subscriptions.ends_on::varchar as ends_on,
    subscriptions.notice_by_on::varchar as notice_by_on,
    subscriptions.benefit,
    subscriptions.decision,
    subscriptions.decided_on::varchar as decided_on,
    subscriptions.decision_reason,
from stg.subscriptions
cross join marts.settings
cross join marts.calendar
left join stg.providers
    on providers.provider_id = subscriptions.provider_id
order by subscriptions.title, subscriptions.subscription_id
