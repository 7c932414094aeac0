-- Publish the CPD plan
-- how: Write the plan, agree it, and set the day on which all staff could read it.
-- asked: R-C8 (C, H): the outcome of the needs analysis is a CPD plan, known to all staff.
-- One row per place and year to be planned without a plan that has been published.
with planned as (
    select
        coalesce(plans.school_urn, calendar.only_school_urn) as place_urn,
        plans.time_period,
        min(plans.plan_id) as plan_id,
        bool_or(plans.published_on is not null or plans.state in ('published', 'evaluated')) as is_published,
    from stg.plans
    cross join marts.calendar
    group by all
)

select
    places.school_urn,
    places.owner_role,
    cycles.starts_on - 1 as due_on,
    'CPD plan ' || shown_year(cycles.time_period) as subject,
    case
        when planned.plan_id is null then 'There is no plan yet.'
        else 'The plan has not been published to staff.'
    end as detail,
    'plans' as collection,
    coalesce(planned.plan_id, '+') as record_id,
from marts.places
cross join marts.cycles
left join planned
    on planned.place_urn is not distinct from places.school_urn
    and planned.time_period = cycles.time_period
where not coalesce(planned.is_published, false)
