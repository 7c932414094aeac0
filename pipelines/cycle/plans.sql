-- One row per CPD plan. Of a draft nothing but that it is one.
select
    plans.plan_id as id,
    coalesce(plans.school_urn, calendar.only_school_urn) as school_urn,
    plans.time_period,
    plans.title,
    plans.state,
    case when plans.state != 'draft' then plans.objectives end as objectives,
    plans.agreed_on::varchar as agreed_on,
    plans.published_on::varchar as published_on,
    plans.evaluated_on::varchar as evaluated_on,
    coalesce(to_json(
        case when plans.state != 'draft' then
            list_filter(plans.actions, lambda line: coalesce(trim(line.action), '') != '' and line.month is not null)
        end
    ), '[]')::varchar as actions,
from stg.plans
cross join marts.calendar
order by plans.time_period, plans.school_urn nulls first, plans.plan_id
