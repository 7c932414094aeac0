-- One row per school and academic year with the training days (INSET) on record: its own and the trust's, held or still planned, weekends left
-- out, and each day once. Years count from the first with a training day anywhere; `promised` is the policy's least number, empty where it
-- states none.
with days as (
    select distinct
        coalesce(activities.school_urn, calendar.only_school_urn) as school_urn,
        unnest(generate_series(activities.starts_on, activities.ends_on, interval 1 day))::date as held_on,
    from stg.activities
    cross join marts.calendar
    where activities.time_type = 'inset'
        and not activities.is_restricted
        and activities.ends_on >= activities.starts_on
        and coalesce(activities.decision, 'approved') in ('approved', 'exception')
),

dated as (
    select
        days.school_urn,
        days.held_on,
        academic_year(days.held_on)::integer as academic_year,
    from days
    where isodow(days.held_on) <= 5
)

select
    school_years.school_urn,
    school_years.academic_year,
    count(distinct dated.held_on)::integer as days,
    any_value(nullif(policy.inset_min_days, 0)) as promised,
from marts.school_years
cross join marts.settings
left join (from stg.policy limit 1) as policy
    on true
left join dated
    on dated.academic_year = school_years.academic_year
    and (dated.school_urn is null or dated.school_urn = school_years.school_urn)
where school_years.academic_year >= (select min(dated.academic_year) from dated)
    and school_years.academic_year <= academic_year(settings.today)
group by school_years.school_urn, school_years.academic_year
