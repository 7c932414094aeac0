-- One row per programme (or per priority, of one-offs), academic year, budget and kind of cost; a budget without a school is the trust's.
-- Money that was spent on fewer people than the threshold could be one named person's. So it is counted how many took part in the
-- largest activity that it was spent on, of a school's budget from that school; where they are too few, one row of no kind says that
-- something is not shown. What was spent on fewer than may leave the log-in is told apart, for papers. Costs of which nobody is on record are a room's or a licence's.
with spent as (
    select
        written.school_urn,
        costs.programme_id,
        coalesce(activities.priority_id, programmes.priority_id) as priority_id,
        costs.academic_year,
        costs.kind,
        costs.amount,
        costs.activity_id,
    from marts.costs
    inner join stg.costs as written
        on written.cost_id = costs.cost_id
    left join stg.activities
        on activities.activity_id = costs.activity_id
    left join stg.programmes
        on programmes.programme_id = costs.programme_id
    left join marts.programmes as named
        on named.programme_id = costs.programme_id
    where not coalesce(activities.is_restricted, false)
        and not coalesce(named.is_restricted, false)
),

attended as (
    select
        written.activity_id,
        written.programme_id,
        participations.school_urn,
        count(distinct participations.person_id) as people,
    from marts.participations
    inner join marts.activities
        on activities.activity_number = participations.activity_number
    inner join stg.activities as written
        on written.activity_id = activities.activity_id
    group by grouping sets (
        (written.activity_id, written.programme_id, participations.school_urn),
        (written.activity_id, written.programme_id)
    )
    -- Of people without a school the rows would look like those of all.
    having grouping(participations.school_urn) = 1 or participations.school_urn is not null
),

by_programme as (
    select programme_id, school_urn, max(people) as people
    from attended
    where programme_id is not null
    group by programme_id, school_urn
),

summed as (
    select
        spent.school_urn,
        spent.programme_id,
        spent.priority_id,
        spent.academic_year,
        spent.kind,
        sum(spent.amount)::double as amount,
        max(coalesce(attended.people, by_programme.people)) as people,
    from spent
    left join attended
        on attended.activity_id = spent.activity_id
        and attended.school_urn is not distinct from spent.school_urn
    left join by_programme
        on spent.activity_id is null
        and by_programme.programme_id = spent.programme_id
        and by_programme.school_urn is not distinct from spent.school_urn
    group by spent.school_urn, spent.programme_id, spent.priority_id, spent.academic_year, spent.kind
),

judged as (
    select
        summed.* exclude (priority_id, people),
        priorities.priority_id,
        coalesce(summed.people, settings.threshold_signed_in) >= settings.threshold_signed_in as is_shown,
        coalesce(summed.people, settings.threshold_leaving) >= settings.threshold_leaving as may_leave,
    from summed
    cross join marts.settings
    left join stg.priorities
        on priorities.priority_id = summed.priority_id
        and priorities.title is not null
),

told as (
    select
        coalesce(judged.school_urn, calendar.only_school_urn) as school_urn,
        judged.programme_id,
        judged.priority_id,
        judged.academic_year as time_period,
        case when judged.is_shown then judged.kind end as kind,
        case when judged.is_shown then judged.amount end as amount,
        if(judged.is_shown, '', '[c]') as status,
        judged.may_leave,
    from judged
    cross join marts.calendar
)

select
    told.school_urn,
    told.programme_id,
    told.priority_id,
    told.time_period,
    told.kind,
    sum(told.amount) as amount,
    told.status,
    told.may_leave,
from told
group by told.school_urn, told.programme_id, told.priority_id, told.time_period, told.kind, told.status, told.may_leave
order by
    told.time_period, told.programme_id, told.priority_id, told.school_urn nulls first, told.kind, told.may_leave desc
