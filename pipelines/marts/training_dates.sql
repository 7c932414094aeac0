-- One row per training day (INSET) on record and school that has it; without a school it is the whole trust's. Held or still planned, each day
-- once, and weekends left out. Restricted ones are not counted.
with dated as (
    select distinct
        coalesce(activities.school_urn, calendar.only_school_urn) as school_urn,
        unnest(generate_series(activities.starts_on, activities.ends_on, interval 1 day))::date as held_on,
    from stg.activities
    cross join marts.calendar
    where activities.time_type = 'inset'
        and not activities.is_restricted
        and activities.ends_on >= activities.starts_on
        and coalesce(activities.decision, 'approved') in ('approved', 'exception')
)

select
    school_urn,
    held_on,
    academic_year(held_on)::integer as academic_year,
from dated
where isodow(held_on) <= 5
