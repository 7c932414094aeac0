-- One row per person and academic year in post on the census day, in the school where they work most, with the hours of all they completed.
-- A school counts from the first year in which somebody there completed anything on record.
with spent as (
    select academic_year, person_id, sum(hours) as hours
    from marts.completions
    group by academic_year, person_id
),

recorded as (
    select school_urn, min(academic_year) as first_academic_year
    from marts.completions
    group by school_urn
)

select
    staff_years.academic_year as time_period,
    staff_years.school_urn,
    staff_years.staff_group,
    case staff_years.contract when 'permanent' then 'Permanent' when 'fixed_term' then 'Fixed term' end as contract,
    coalesce(spent.hours, 0) as numerator,
    1 as denominator,
from marts.staff_years
inner join recorded
    on recorded.school_urn = staff_years.school_urn
    and recorded.first_academic_year <= staff_years.academic_year
left join spent
    on spent.academic_year = staff_years.academic_year
    and spent.person_id = staff_years.person_id
