-- Discuss priorities and budget with the {local_board_term}
-- how: Put priorities and budget on the agenda, and set in the year's plan the day on which they were discussed.
-- asked: R-B4 (C): priorities and budget are discussed each year with each school's own board.
-- One row for each school, where schools have boards of their own, while no plan of this year has the day of that discussion. Due by the end of the autumn term.
with planned as (
    select
        coalesce(plans.school_urn, calendar.only_school_urn) as place_urn,
        min(plans.plan_id) as plan_id,
        bool_or(plans.discussed_with_school_board_on is not null) as is_discussed,
    from stg.plans
    cross join marts.calendar
    where plans.time_period = calendar.academic_year
    group by all
)

select
    places.school_urn,
    places.owner_role,
    make_date(calendar.academic_year // 100, 12, 31) as due_on,
    'Priorities and budget ' || shown_year(calendar.academic_year) as subject,
    'plans' as collection,
    coalesce(planned.plan_id, '+') as record_id,
from marts.places
cross join marts.calendar
cross join stg.policy
left join planned
    on planned.place_urn is not distinct from places.school_urn
where places.school_urn is not null
    and calendar.only_school_urn is null
    and policy.local_board_term is not null
    and not coalesce(planned.is_discussed, false)
