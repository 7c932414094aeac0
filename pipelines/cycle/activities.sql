-- One row per programme (or per priority, of one-offs), academic year and place that held the activities; restricted ones and those of
-- programmes that have one are in none. What lies ahead is of this academic year and approved.
with told as (
    select
        provided.academic_year,
        provided.school_urn,
        provided.priority_id,
        written.programme_id,
        written.starts_on,
        true as is_held,
        provided.is_sustained,
        written.hours,
        written.approach,
        written.strand,
        written.sourcing_wave,
        provided.criteria,
        written.criteria_met,
    from marts.provided_activities as provided
    inner join marts.activities
        on activities.activity_number = provided.activity_number
    inner join stg.activities as written
        on written.activity_id = activities.activity_id
    union all by name
    select
        calendar.academic_year,
        schools.school_urn,
        coalesce(written.priority_id, programmes.priority_id) as priority_id,
        written.programme_id,
        written.starts_on,
        false as is_held,
        written.approach,
        written.strand,
        written.sourcing_wave,
    from stg.activities as written
    cross join marts.calendar
    left join stg.programmes
        on programmes.programme_id = written.programme_id
    left join marts.schools
        on schools.school_urn = coalesce(written.school_urn, calendar.only_school_urn)
    where coalesce(written.decision, 'approved') in ('approved', 'exception')
        and not written.is_restricted
        and written.ends_on > calendar.today
        and written.starts_on <= calendar.year_ends_on
),

named as (
    select
        told.* exclude (programme_id, priority_id),
        told.programme_id,
        priorities.priority_id,
    from told
    left join marts.programmes
        on programmes.programme_id = told.programme_id
    left join stg.priorities
        on priorities.priority_id = told.priority_id
        and priorities.title is not null
    where not coalesce(programmes.is_restricted, false)
)

select
    named.school_urn,
    named.programme_id,
    named.priority_id,
    named.academic_year as time_period,
    count(*) filter (where named.is_held)::integer as held,
    count(*) filter (where not named.is_held)::integer as ahead,
    count(*) filter (where named.is_held and named.is_sustained)::integer as sustained,
    coalesce(sum(named.hours) filter (where named.is_held), 0)::double as hours,
    to_json(list(strftime(named.starts_on, '%m')) filter (where named.starts_on is not null))::varchar as by_month,
    to_json(list(named.approach) filter (where named.approach is not null))::varchar as by_approach,
    to_json(list(named.strand) filter (where named.strand is not null))::varchar as by_strand,
    to_json(list(named.sourcing_wave) filter (where named.sourcing_wave is not null))::varchar as by_sourcing,
    count(*) filter (where named.criteria in ('met', 'not_met'))::integer as criteria_asked,
    count(*) filter (where named.criteria = 'met')::integer as criteria_met,
    to_json(flatten(list(named.criteria_met) filter (where named.criteria in ('met', 'not_met'))))::varchar as by_criterion,
from named
group by named.school_urn, named.programme_id, named.priority_id, named.academic_year
order by named.academic_year, named.programme_id, named.priority_id, named.school_urn nulls first
