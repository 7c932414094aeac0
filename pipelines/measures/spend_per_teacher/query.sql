-- One row per cost, which has no teachers, and one per teacher in post on the census day, who has no cost; for the trust as a whole, as who pays and
-- who attends are often different schools. Staff time is left out, and a year with costs or teachers alone too.
with counted as (
    select academic_year, amount, 0 as teachers
    from marts.costs
    where not is_staff_time
    union all by name
    select academic_year, 0 as amount, fte as teachers
    from marts.staff_years
    where is_teacher
)

select
    academic_year as time_period,
    amount as numerator,
    teachers as denominator,
from counted
qualify sum(amount) over (partition by academic_year) > 0
    and sum(teachers) over (partition by academic_year) > 0
