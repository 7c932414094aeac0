-- Decide whether to keep a subscription or agreement
-- how: Weigh its cost, use and benefit, and record whether to keep, change or stop it, with the day and the reason.
-- asked: R-I1 (M, P, C): a yearly value-for-money review of service agreements and subscriptions, with recommendations.
-- One row per running subscription without a decision in this academic year, and per one that ran out in the last 90 days undecided.
-- Due on the last day for notice, else when it ends, else at the end of the year.
select
    coalesce(subscriptions.school_urn, calendar.only_school_urn) as school_urn,
    places.owner_role,
    coalesce(
        case when subscriptions.notice_by_on >= calendar.year_starts_on then subscriptions.notice_by_on end,
        case when subscriptions.ends_on <= calendar.year_ends_on then subscriptions.ends_on end,
        calendar.year_ends_on
    ) as due_on,
    subscriptions.title as subject,
    case
        when subscriptions.notice_by_on between calendar.today and calendar.today + 90
            then 'Notice can be given until ' || shown_day(subscriptions.notice_by_on) || '.'
        when subscriptions.ends_on < calendar.today then 'It ended on ' || shown_day(subscriptions.ends_on) || '.'
        when subscriptions.ends_on <= calendar.today + 90 then 'It ends on ' || shown_day(subscriptions.ends_on) || '.'
        else 'There is no decision for this year.'
    end as detail,
    'subscriptions' as collection,
    subscriptions.subscription_id as record_id,
from stg.subscriptions
cross join marts.calendar
inner join marts.places
    on places.school_urn is not distinct from coalesce(subscriptions.school_urn, calendar.only_school_urn)
where (subscriptions.starts_on is null or subscriptions.starts_on <= calendar.today)
    and (subscriptions.ends_on is null or subscriptions.ends_on >= calendar.today - 90)
    and (
        subscriptions.decision is null
        -- A decision without its day is taken at its word until the term it was made for ends.
        or coalesce(subscriptions.decided_on, subscriptions.starts_on, calendar.today) < calendar.year_starts_on
    )
    and (subscriptions.decision is distinct from 'stop' or subscriptions.ends_on is null)
