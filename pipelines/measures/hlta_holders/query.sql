-- One row per member of the support staff and academic year in post on the census day. Years of which no HLTA status is on record are left out.
select
    staff_years.academic_year as time_period,
    coalesce(holder_years.is_holder, false)::integer as numerator,
    1 as denominator,
from marts.staff_years
left join marts.holder_years
    on holder_years.academic_year = staff_years.academic_year
    and holder_years.person_id = staff_years.person_id
    and holder_years.kind = 'HLTA'
where not staff_years.is_teacher
qualify bool_or(coalesce(holder_years.is_holder, false)) over (partition by staff_years.academic_year)
