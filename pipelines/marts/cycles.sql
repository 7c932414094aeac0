-- One row per academic year that has to be planned: this one and, from May on, the next.
select
    academic_year as time_period,
    year_starts_on as starts_on,
from marts.calendar
union all
select
    next_academic_year as time_period,
    year_ends_on + 1 as starts_on,
from marts.calendar
where month(today) between 5 and 8
