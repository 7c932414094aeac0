-- Plan the year's training days
-- how: Enter each training day as an activity whose time is "Training day (INSET)".
-- asked: R-D7 (B): a least number of whole-school training days each year.
-- One row per school with fewer days of training in this academic year, its own and the trust's, than the policy's least.
with days as (
    select distinct
        activities.school_urn,
        unnest(generate_series(activities.starts_on, activities.ends_on, interval 1 day)) as held_on,
    from stg.activities
    cross join marts.calendar
    where activities.time_type = 'inset'
        and activities.starts_on between calendar.year_starts_on and calendar.year_ends_on
        and activities.ends_on between activities.starts_on and calendar.year_ends_on
        and coalesce(activities.decision, 'approved') in ('approved', 'exception')
)

select
    places.school_urn,
    'cpd_lead' as owner_role,
    any_value(calendar.year_ends_on) as due_on,
    'Training days ' || shown_year(any_value(calendar.academic_year)) as subject,
    count(distinct days.held_on) || ' of ' || any_value(policy.inset_min_days) || ' are planned or held.' as detail,
    'activities' as collection,
    '+' as record_id,
from marts.places
cross join marts.calendar
cross join stg.policy
left join days
    on days.school_urn is null
    or days.school_urn = places.school_urn
where places.school_urn is not null
    and policy.inset_min_days > 0
group by places.school_urn
having count(distinct days.held_on) < any_value(policy.inset_min_days)
