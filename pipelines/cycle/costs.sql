-- One row per programme (or per priority, of one-offs), academic year, budget and kind of cost; a budget without a school is the trust's.
-- Money that was spent on fewer people than the threshold could be one named person's. So it is counted how many took part in the
-- largest activity that it was spent on, of a school's budget from that school; where they are too few, one row of no kind says that
-- something is not shown. What was spent on fewer than may leave the log-in is told apart, for papers. Costs of which nobody is on record are a room's or a licence's.
-- The whole of a year is a figure, with staff time and without it (full_cost_per_participant_hour), so what is shown taken from it is what is
-- not shown, in sum. Wherever that could be the money of too few, the shown cost of the fewest people is not shown either.
with spent as (
    select
        written.school_urn,
        costs.programme_id,
        coalesce(activities.priority_id, programmes.priority_id) as priority_id,
        costs.academic_year,
        costs.kind,
        costs.amount,
        costs.activity_id,
        coalesce(activities.is_restricted, false) or coalesce(named.is_restricted, false) as is_restricted,
    from marts.costs
    inner join stg.costs as written
        on written.cost_id = costs.cost_id
    left join stg.activities
        on activities.activity_id = costs.activity_id
    left join stg.programmes
        on programmes.programme_id = costs.programme_id
    left join marts.programmes as named
        on named.programme_id = costs.programme_id
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
        spent.* exclude (amount, activity_id),
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
    group by all
),

audiences as (
    select 'signed in' as audience, threshold_signed_in as threshold from marts.settings
    union all
    select 'leaving' as audience, threshold_leaving as threshold from marts.settings
),

judged as (
    select
        summed.*,
        audiences.*,
        summed.kind = 'staff_time' as is_staff_time,
        not summed.is_restricted and coalesce(summed.people, audiences.threshold) >= audiences.threshold as is_enough,
    from summed
    cross join audiences
),

beside as (
    select
        judged.*,
        is_enough
            and row_number() over (fewest_first) = 1
            and count_if(not is_enough) over (of_year) > 0
            -- Of what is confidential because of what it is about, there can be enough.
            and coalesce(max(people) filter (where not is_enough) over (of_year), 0) < threshold as is_fewest,
    from judged
    window
        of_year as (partition by audience, academic_year, is_staff_time),
        fewest_first as (
            partition by audience, academic_year, is_staff_time, is_enough
            order by people nulls last, amount, programme_id, priority_id, school_urn, kind
        )
),

shown as (
    select
        school_urn,
        programme_id,
        priority_id,
        academic_year,
        kind,
        any_value(amount) as amount,
        bool_and(is_enough and not is_fewest) filter (where audience = 'signed in') as is_shown,
        bool_and(is_enough and not is_fewest) as may_leave,
    from beside
    where not is_restricted
    group by school_urn, programme_id, priority_id, academic_year, kind
),

told as (
    select
        coalesce(shown.school_urn, calendar.only_school_urn) as school_urn,
        shown.programme_id,
        priorities.priority_id,
        shown.academic_year as time_period,
        case when shown.is_shown then shown.kind end as kind,
        case when shown.is_shown then shown.amount end as amount,
        if(shown.is_shown, '', '[c]') as status,
        shown.may_leave,
    from shown
    cross join marts.calendar
    left join stg.priorities
        on priorities.priority_id = shown.priority_id
        and priorities.title is not null
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
