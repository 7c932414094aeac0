-- Review the CPD policy
-- how: Have it reviewed and approved, and set the new version, the day of approval and the next review in the policy.
-- asked: R-O1 (B every 12 months, P every 24, C, H): the policy is reviewed when it says.
-- One row while the next review is due within 90 days or overdue: the day it names or, without one, its cycle after the last approval.
with reviewed as (
    select coalesce(next_review_on, (approved_on + to_months(review_cycle_months))::date) as due_on
    from stg.policy
)

select
    'cpd_administrator' as owner_role,
    reviewed.due_on,
    'The policy' as subject,
    'policy' as collection,
from reviewed
cross join marts.calendar
where reviewed.due_on <= calendar.today + 90
