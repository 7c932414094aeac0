-- One row per cost of an activity or a programme, in pounds. Budgets are plans, not costs; subscriptions have no hours.
-- A cost without a date belongs to the year its activity or programme began.
select
    costs.cost_id,
    costs.kind,
    costs.amount,
    costs.kind = 'staff_time' as is_staff_time,
    costs.activity_id,
    coalesce(costs.programme_id, activities.programme_id) as programme_id,
    academic_year(coalesce(costs.incurred_on, activities.starts_on, programmes.starts_on))::integer as academic_year,
from stg.costs
left join stg.activities
    on activities.activity_id = costs.activity_id
left join stg.programmes
    on programmes.programme_id = costs.programme_id
where costs.kind != 'budget'
    and (costs.activity_id is not null or costs.programme_id is not null)
    and coalesce(costs.incurred_on, activities.starts_on, programmes.starts_on) is not null
