-- One row per priority and academic year in which it was in force, from the first year with an activity on record up to the present
-- one, with whether any activity served it. An activity that names no priority serves its programme's. What is restricted serves none here.
with years as (
    select
        academic_year_of(years.first_calendar_year)::integer as academic_year,
        make_date(years.first_calendar_year, 9, 1) as from_on,
        least(last_day_of(academic_year_of(years.first_calendar_year)), settings.today) as to_on,
    from marts.settings
    cross join (select unnest(range(1990, 2100)) as first_calendar_year) as years
    where academic_year_of(years.first_calendar_year)
        between (select min(academic_year) from marts.provided_activities) and academic_year(settings.today)
),

served as (
    select distinct academic_year, priority_id
    from marts.provided_activities
    where priority_id is not null
)

select
    priorities.priority_id,
    years.academic_year,
    schools.school_urn,
    served.priority_id is not null as has_activity,
from years
inner join stg.priorities
    on coalesce(priorities.starts_on, years.from_on) <= years.to_on
    and coalesce(priorities.ends_on, years.to_on) >= years.from_on
cross join marts.calendar
left join marts.schools
    on schools.school_urn = coalesce(priorities.school_urn, calendar.only_school_urn)
left join served
    on served.academic_year = years.academic_year
    and served.priority_id = priorities.priority_id
