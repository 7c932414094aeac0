-- Evaluate the CPD plan that is ending
-- how: Write in the plan what became of it, and set the day on which it was evaluated.
-- asked: R-D1 (H, C): the last plan is evaluated before the next cycle starts.
-- One row per place whose latest plan of an earlier year, or from May on of this year, is not evaluated.
with latest as (
    select
        plans.*,
        coalesce(plans.school_urn, calendar.only_school_urn) as place_urn,
    from stg.plans
    cross join marts.calendar
    where plans.time_period <= calendar.last_academic_year
        or (plans.time_period = calendar.academic_year and month(calendar.today) between 5 and 8)
    qualify row_number() over (partition by place_urn order by plans.time_period desc, plans.plan_id) = 1
)

select
    places.school_urn,
    places.owner_role,
    last_day_of(latest.time_period) as due_on,
    latest.title as subject,
    'plans' as collection,
    latest.plan_id as record_id,
from latest
inner join marts.places
    on places.school_urn is not distinct from latest.place_urn
where latest.evaluated_on is null
    and latest.state != 'evaluated'
