-- One row per person and school in post there today, with what is on record about their support. Supply cover and audiences are left out.
-- Somebody's induction is the school's own; a discussion or a review held in one school counts in each where they work.
with employed as (
    select
        employments.school_urn,
        employments.staff_id,
        coalesce(employments.is_teacher, staff_groups.is_teacher, false) as is_teacher,
        employments.has_coach,
        employments.starts_on <= calendar.today
            and coalesce(employments.ends_on, date '9999-12-31') >= calendar.today as is_now,
        min(employments.starts_on) over school as first_day_on,
        max(employments.induction_completed_on) over school as induction_completed_on,
        max(list_max(employments.coach_reviews)) over person as coach_reviewed_on,
        max(list_max(employments.discussions)) over person as discussed_on,
    from stg.employments
    inner join marts.places
        on places.school_urn = employments.school_urn
    cross join marts.calendar
    left join marts.staff_groups
        on staff_groups.staff_group_key = employments.staff_group_key
    where employments.contract != 'supply'
        and not coalesce(staff_groups.is_audience, false)
    window
        school as (partition by employments.staff_id, employments.school_urn),
        person as (partition by employments.staff_id)
)

select
    school_urn,
    staff_id,
    bool_or(is_teacher) as is_teacher,
    bool_or(has_coach) as has_coach,
    any_value(first_day_on) as first_day_on,
    any_value(induction_completed_on) as induction_completed_on,
    any_value(coach_reviewed_on) as coach_reviewed_on,
    any_value(discussed_on) as discussed_on,
from employed
where is_now
group by school_urn, staff_id
