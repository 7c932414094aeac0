-- One row per employment spell in a school of the organisation.
-- Groups that are only an audience of CPD, such as governors, are no staff, but take part; a group that the policy does not
-- name keeps its key.
select
    employments.post_id,
    people.person_id,
    employments.school_urn,
    coalesce(staff_groups.staff_group, replace(employments.staff_group_key, '_', ' '), 'Not stated') as staff_group,
    coalesce(employments.is_teacher, staff_groups.is_teacher, false) as is_teacher,
    coalesce(staff_groups.is_audience, false) as is_audience,
    employments.contract,
    coalesce(employments.fte, 1)::double as fte,
    employments.starts_on,
    coalesce(employments.ends_on, date '9999-12-31') as ends_on,
    employments.destination,
    employments.rung,
from stg.employments
inner join marts.people
    on people.staff_id = employments.staff_id
inner join marts.schools
    on schools.school_urn = employments.school_urn
left join marts.staff_groups
    on staff_groups.staff_group_key = employments.staff_group_key
where employments.ends_on is null
    or employments.ends_on >= employments.starts_on
