-- One row per cost, which has no hours, and one per person and activity, which has no cost; for the trust as a whole, as
-- who pays and who attends are often different schools. Staff time is left out, and a year with costs or hours alone too.
with counted as (
    select academic_year, amount, 0 as hours
    from marts.costs
    where not is_staff_time
    union all by name
    select academic_year, 0 as amount, hours
    from marts.participations
    where hours > 0 and academic_year is not null
)

select
    academic_year as time_period,
    amount as numerator,
    hours as denominator,
from counted
qualify sum(amount) over (partition by academic_year) > 0
    and sum(hours) over (partition by academic_year) > 0
