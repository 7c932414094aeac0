-- One row: the day the figures are worked out for, and the policy's rules, with the usual ones where no policy was chosen.
select
    today.day as today,
    policy.trust_uid,
    coalesce(policy.threshold_signed_in, 5) as threshold_signed_in,
    greatest(coalesce(policy.threshold_signed_in, 5), coalesce(policy.threshold_leaving, 10)) as threshold_leaving,
    coalesce(policy.wave_closes_after_days, 14) as wave_closes_after_days,
    coalesce(policy.followup_min_months, 3) as followup_min_months,
from (select getvariable('today')::date as day) as today
left join (from stg.policy limit 1) as policy
    on true
