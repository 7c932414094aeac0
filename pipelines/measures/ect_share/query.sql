-- One row per teacher and academic year in post on the census day. Without any induction on record up to then the year is left out: not recorded
-- is not the same as none.
with in_induction as (
    select distinct staff_years.academic_year, staff_years.person_id
    from marts.staff_years
    inner join marts.inductions
        on inductions.person_id = staff_years.person_id
        and inductions.starts_on <= staff_years.census_on
        and inductions.ends_on > staff_years.census_on
)

select
    staff_years.academic_year as time_period,
    (in_induction.person_id is not null)::integer as numerator,
    1 as denominator,
from marts.staff_years
left join in_induction
    on in_induction.academic_year = staff_years.academic_year
    and in_induction.person_id = staff_years.person_id
where staff_years.is_teacher
    and staff_years.census_on >= (select min(starts_on) from marts.inductions)
