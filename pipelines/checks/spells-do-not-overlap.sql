-- Nobody has two employment spells in the same school, in the same role group, at the same time
-- severity: warning
-- One row per spell that begins before an earlier one has ended. Two part-time posts in different groups are fine.
select post_id
from stg.employments
qualify starts_on <= max(coalesce(ends_on, date '9999-12-31')) over (
        partition by staff_id, school_urn, staff_group_key
        order by starts_on, post_id
        rows between unbounded preceding and 1 preceding
    )
