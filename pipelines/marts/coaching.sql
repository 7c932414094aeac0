-- One row per teacher in post on the latest census day, with whether a post that they have held since names a coach. The record holds who
-- coaches whom today and not who did in years before. `is_promised`: the policy gives every teacher a coach, or reviews with one.
with latest as (
    select
        max(staff_years.academic_year) as academic_year,
        max(staff_years.census_on) as census_on,
    from marts.staff_years
),

held as (
    select
        people.person_id,
        bool_or(employments.has_coach) as has_coach,
    from stg.employments
    cross join latest
    cross join marts.settings
    inner join marts.people
        on people.staff_id = employments.staff_id
    where employments.starts_on <= settings.today
        and coalesce(employments.ends_on, settings.today) >= latest.census_on
    group by people.person_id
)

select
    staff_years.person_id,
    staff_years.academic_year,
    staff_years.school_urn,
    coalesce(held.has_coach, false) as has_coach,
    coalesce(policy.coaching_cadence in ('half_termly', 'every_teacher'), false) as is_promised,
from marts.staff_years
inner join latest
    on latest.academic_year = staff_years.academic_year
left join (from stg.policy limit 1) as policy
    on true
left join held
    on held.person_id = staff_years.person_id
where staff_years.is_teacher
