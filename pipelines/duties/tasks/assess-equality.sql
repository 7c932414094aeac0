-- Assess the policy's effect on equality
-- how: Assess it, and set in the policy the day and what the assessment said.
-- asked: R-K3 (C): an equality impact assessment of the policy.
-- One row while the policy in force has not been assessed: for profile C, and for whoever assessed an earlier version.
select
    'cpd_administrator' as owner_role,
    coalesce(policy.approved_on + 90, calendar.year_ends_on) as due_on,
    'Equality impact assessment' as subject,
    'policy' as collection,
from stg.policy
cross join marts.calendar
where (policy.profile = 'C' and policy.equality_assessed_on is null)
    or policy.equality_assessed_on < policy.approved_on - interval 1 year
