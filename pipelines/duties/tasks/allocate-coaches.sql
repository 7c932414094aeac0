-- Find every teacher a coach
-- how: Choose a coach in the employment of each teacher who has none.
-- asked: R-B12 (H): every teacher is allocated a coach.
-- One row per school with teachers without a coach, where the policy promises one. Due by the end of October, and for who begins later 60 days on.
select
    staff_in_post.school_urn,
    'cpd_lead' as owner_role,
    min(greatest(calendar.year_starts_on + 60, staff_in_post.first_day_on + 60))
        filter (where not staff_in_post.has_coach) as due_on,
    'A coach for every teacher' as subject,
    count(*) filter (where not staff_in_post.has_coach) || ' of ' || count(*) || ' teachers have no coach.' as detail,
    'employments' as collection,
from marts.staff_in_post
cross join marts.calendar
cross join stg.policy
where policy.coaching_cadence = 'every_teacher'
    and staff_in_post.is_teacher
group by staff_in_post.school_urn
having count(*) filter (where not staff_in_post.has_coach) > 0
