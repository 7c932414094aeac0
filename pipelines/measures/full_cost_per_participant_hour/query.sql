-- One row per cost, which has no hours, and one per person and activity, which has no cost; for the trust as a whole, as
-- who pays and who attends are often different schools. A year without hours, or without any cost of staff time, is left out: it would not be the full cost.
with counted as (
    select academic_year, amount, 0 as hours, is_staff_time
    from marts.costs
    union all by name
    select academic_year, 0 as amount, hours, false as is_staff_time
    from marts.participations
    where hours > 0 and academic_year is not null
)

select
    academic_year as time_period,
    amount as numerator,
    hours as denominator,
from counted
qualify bool_or(is_staff_time and amount > 0) over (partition by academic_year)
    and sum(hours) over (partition by academic_year) > 0
