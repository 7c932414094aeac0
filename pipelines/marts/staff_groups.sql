-- One row per staff group of the policy, under the policy's own name for it.
select
    staff_group.key as staff_group_key,
    staff_group.label as staff_group,
    coalesce(staff_group.is_teacher, false) as is_teacher,
    coalesce(staff_group.is_audience, false) as is_audience,
from (
    select unnest(from_json(
        policy.staff_groups,
        '[{"key": "varchar", "label": "varchar", "is_teacher": "boolean", "is_audience": "boolean"}]'
    )) as staff_group
    from stg.policy
)
