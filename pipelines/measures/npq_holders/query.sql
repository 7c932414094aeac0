-- One row per teacher and academic year in post on the census day, in the school where they work most.
-- Someone with several NPQs counts once. A school where no qualification of any kind is on record that year is left out.
with held as (
    select
        staff_years.academic_year,
        staff_years.person_id,
        bool_or(qualification_holders.is_npq) as is_npq_holder,
    from marts.staff_years
    inner join marts.qualification_holders
        on qualification_holders.person_id = staff_years.person_id
        and qualification_holders.held_from_on <= staff_years.census_on
        and qualification_holders.held_to_on >= staff_years.census_on
    group by staff_years.academic_year, staff_years.person_id
)

select
    staff_years.academic_year as time_period,
    staff_years.school_urn,
    coalesce(held.is_npq_holder, false)::integer as numerator,
    1 as denominator,
from marts.staff_years
left join held
    on held.academic_year = staff_years.academic_year
    and held.person_id = staff_years.person_id
where staff_years.is_teacher
qualify bool_or(held.person_id is not null) over (partition by staff_years.academic_year, staff_years.school_urn)
