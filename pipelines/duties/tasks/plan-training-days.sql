-- Plan the year's training days
-- how: Enter each training day as an activity whose time is "Training day (INSET)".
-- asked: R-D7 (B): a least number of whole-school training days each year.
-- One row per school with fewer days of training in this academic year, its own and the trust's, than the policy's least. They are the days that the
-- measure of training days counts.
select
    places.school_urn,
    'cpd_lead' as owner_role,
    any_value(calendar.year_ends_on) as due_on,
    'Training days ' || shown_year(any_value(calendar.academic_year)) as subject,
    count(distinct training_dates.held_on) || ' of ' || any_value(policy.inset_min_days) || ' are planned or held.' as detail,
    'activities' as collection,
    '+' as record_id,
from marts.places
cross join marts.calendar
cross join stg.policy
left join marts.training_dates
    on training_dates.academic_year = calendar.academic_year
    and (training_dates.school_urn is null or training_dates.school_urn = places.school_urn)
where places.school_urn is not null
    and policy.inset_min_days > 0
group by places.school_urn
having count(distinct training_dates.held_on) < any_value(policy.inset_min_days)
