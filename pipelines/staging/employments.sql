-- One row per employment spell. `ends_on` is the last day in post, and empty while someone is in post.
-- A contract that is not stated counts as an ordinary one.
select
    id as post_id,
    staff_id,
    trim(school_urn) as school_urn,
    nullif(trim(staff_group), '') as staff_group_key,
    is_teacher,
    coalesce(contract, 'permanent') as contract,
    fte,
    starts_on,
    ends_on,
    destination,
    nullif(trim(rung), '') as rung,
    induction_completed_on,
    coach_id as has_coach,
    coalesce(coach_reviews, []) as coach_reviews,
    coalesce(discussions, []) as discussions,
from raw.employments
where status = 'active'
