-- One row per teacher and academic year in post on the census day: 1 for whoever became a holder and stayed, -1 for a holder who left.
-- A year that is not up is left out, and so are years of which no such qualification is on record.
select
    staff_years.academic_year as time_period,
    case
        when staff_years.is_in_trust_a_year_later then coalesce(holder_years.is_gained, false)::integer
        else -coalesce(holder_years.is_holder, false)::integer
    end as numerator,
    1 as denominator,
from marts.staff_years
left join marts.holder_years
    on holder_years.academic_year = staff_years.academic_year
    and holder_years.person_id = staff_years.person_id
    and holder_years.kind = 'NPQ'
where staff_years.is_teacher
    and staff_years.is_in_trust_a_year_later is not null
qualify bool_or(holder_years.person_id is not null) over (partition by staff_years.academic_year)
