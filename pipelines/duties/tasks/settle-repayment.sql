-- Settle a training agreement with somebody who leaves
-- how: Work out what the agreement asks back, have HR decide, and set its state to "Repaid", "Waived" or "Ended".
-- asked: R-I6 (C): on leaving, what is due is worked out from the agreement.
-- One row per signed agreement of somebody with a leaving day, or whose posts here have all ended, not for another post in the trust.
-- Due on the day they leave, before the last pay.
with posts as (
    select
        employments.staff_id,
        max(coalesce(employments.ends_on, date '9999-12-31')) as ends_on,
        arg_max(employments.destination, coalesce(employments.ends_on, date '9999-12-31')) as destination,
    from stg.employments
    group by employments.staff_id
),

leaving as (
    select
        agreements.*,
        coalesce(
            agreements.leaving_on,
            case
                when posts.ends_on < date '9999-12-31' and posts.destination is distinct from 'own_trust' then posts.ends_on
            end
        ) as leaves_on,
    from marts.agreements
    left join posts
        on posts.staff_id = agreements.staff_id
)

select
    'cpd_administrator' as owner_role,
    leaving.leaves_on as due_on,
    'A training agreement of somebody who leaves' as subject,
    'Their last day is ' || shown_day(leaving.leaves_on) || '.' as detail,
    '/agreements/' || leaving.agreement_id as page,
from leaving
where leaving.leaves_on is not null
    -- Where the years were over before they left there is nothing to settle.
    and coalesce(leaving.leaves_on < leaving.counts_from_on + to_years(leaving.years), true)
