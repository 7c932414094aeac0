-- Hold the half-termly review with the coach
-- how: Enter the day of each review in the person's employment.
-- asked: R-B12 (B): a formal review with the coach or mentor each half term.
-- One row per school with people who have a coach and no review in this half term, where the policy asks for one.
select
    staff_in_post.school_urn,
    'cpd_lead' as owner_role,
    any_value(calendar.half_term_ends_on) as due_on,
    'Coach reviews of this half term' as subject,
    count(*) filter (where not coalesce(staff_in_post.coach_reviewed_on >= calendar.half_term_starts_on, false))
        || ' of ' || count(*) || ' not yet held.' as detail,
    'employments' as collection,
from marts.staff_in_post
cross join marts.calendar
cross join stg.policy
where policy.coaching_cadence = 'half_termly'
    and staff_in_post.has_coach
group by staff_in_post.school_urn
having count(*) filter (where not coalesce(staff_in_post.coach_reviewed_on >= calendar.half_term_starts_on, false)) > 0
