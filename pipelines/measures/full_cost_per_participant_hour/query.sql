-- One row per academic year and part of the cost, and one for the whole of it, each over all hours of the year, so that the parts add up to the whole;
-- for the trust, as who pays and who attends are often different schools. A year without any cost of staff time has its part without it and no
-- whole: it would not be the full cost. Years without hours are left out.
with costs as (
    select
        academic_year,
        is_staff_time,
        sum(amount::decimal(18, 6)) as amount,
    from marts.costs
    group by academic_year, is_staff_time
    having sum(amount) > 0
),

hours as (
    select
        academic_year,
        sum(hours::decimal(18, 6)) as hours,
    from marts.participations
    where hours > 0 and academic_year is not null
    group by academic_year
),

wholes as (
    select
        academic_year,
        sum(amount) as amount,
        bool_or(is_staff_time) as is_full,
    from costs
    group by academic_year
)

select
    costs.academic_year as time_period,
    if(costs.is_staff_time, 'Staff time', 'Without staff time') as part,
    costs.amount as numerator,
    hours.hours as denominator,
    '' as status,
    false as is_in_total,
from costs
inner join hours
    on hours.academic_year = costs.academic_year
union all by name
select
    wholes.academic_year as time_period,
    if(wholes.is_full, wholes.amount, null) as numerator,
    if(wholes.is_full, hours.hours, null) as denominator,
    if(wholes.is_full, '', '[x]') as status,
    true as is_in_total,
from wholes
inner join hours
    on hours.academic_year = wholes.academic_year
