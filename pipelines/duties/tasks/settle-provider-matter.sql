-- Settle an open matter with a provider
-- how: Take it up with them, and set the day on which it was settled.
-- asked: R-F11 (M, P, C, B, H): provider follow-up, with an owner and a date.
-- One row per provider with something to follow up that is not settled. Without a date it is due now.
select
    'cpd_administrator' as owner_role,
    coalesce(providers.follow_up_due_on, calendar.today) as due_on,
    providers.name as subject,
    'providers' as collection,
    providers.provider_id as record_id,
from stg.providers
cross join marts.calendar
where (providers.has_follow_up or providers.follow_up_due_on is not null)
    and providers.follow_up_closed_on is null
