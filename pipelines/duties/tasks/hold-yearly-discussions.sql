-- Hold the yearly discussion with each member of staff
-- how: Enter the day of each discussion, and which of the four headings it covered, in the person's employment.
-- asked: R-C9 (B): each year with each person, on needs and aspirations, access and funding, accreditation, and dissemination.
-- One row per school with staff whose discussion of this year is not on record; for profile B and wherever such discussions are recorded at all.
select
    staff_in_post.school_urn,
    'cpd_lead' as owner_role,
    any_value(calendar.year_ends_on) as due_on,
    'Yearly discussions ' || shown_year(any_value(calendar.academic_year)) as subject,
    count(*) filter (where not coalesce(staff_in_post.discussed_on >= calendar.year_starts_on, false))
        || ' of ' || count(*) || ' not yet held.' as detail,
    'employments' as collection,
from marts.staff_in_post
cross join marts.calendar
cross join stg.policy
where policy.profile = 'B'
    or exists (select 1 from stg.employments where len(employments.discussions) > 0)
group by staff_in_post.school_urn
having count(*) filter (where not coalesce(staff_in_post.discussed_on >= calendar.year_starts_on, false)) > 0
