-- The dates of the policy are in order
-- severity: warning
-- One row where the policy was approved in the future or decades ago, as a mistyped year makes it, or is to be reviewed before it was approved.
select policy.approved_on
from stg.policy
cross join marts.calendar
where policy.approved_on > calendar.today
    or policy.approved_on < calendar.today - interval 15 years
    or policy.next_review_on <= policy.approved_on
