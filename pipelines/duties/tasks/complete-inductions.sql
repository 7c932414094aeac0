-- Complete inductions
-- how: Set the day on which each induction was completed in the person's employment.
-- asked: R-A4 (M, P, C, B): all staff are entitled to a quality induction.
-- One row per school with people who began there in the last year and have no completed induction. Due 60 days after the first of them began.
select
    staff_in_post.school_urn,
    'cpd_lead' as owner_role,
    min(staff_in_post.first_day_on + 60) filter (where staff_in_post.induction_completed_on is null) as due_on,
    'Induction of new colleagues' as subject,
    count(*) filter (where staff_in_post.induction_completed_on is null)
        || ' of ' || count(*) || ' who began here in the last twelve months have not completed it.' as detail,
    'employments' as collection,
from marts.staff_in_post
cross join marts.calendar
where staff_in_post.first_day_on >= calendar.today - interval 1 year
group by staff_in_post.school_urn
having count(*) filter (where staff_in_post.induction_completed_on is null) > 0
