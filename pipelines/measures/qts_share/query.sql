-- One row per teacher and academic year in post on the census day, in the school where they work most.
-- A school where nobody's status is on record that year is left out: not recorded is not the same as not qualified.
with holders as (
    select distinct staff_years.academic_year, staff_years.person_id
    from marts.staff_years
    inner join marts.qualification_holders
        on qualification_holders.person_id = staff_years.person_id
        and qualification_holders.held_from_on <= staff_years.census_on
        and qualification_holders.held_to_on >= staff_years.census_on
    where qualification_holders.is_qualified_teacher_status
)

select
    staff_years.academic_year as time_period,
    staff_years.school_urn,
    (holders.person_id is not null)::integer as numerator,
    1 as denominator,
from marts.staff_years
left join holders
    on holders.academic_year = staff_years.academic_year
    and holders.person_id = staff_years.person_id
where staff_years.is_teacher
qualify bool_or(holders.person_id is not null) over (partition by staff_years.academic_year, staff_years.school_urn)
