-- One row per training agreement, without anybody's name. `schedule` is empty where the policy's own holds.
select
    id as agreement_id,
    staff_id,
    coalesce(state, 'draft') as state,
    signed_on,
    course_starts_on,
    course_ends_on,
    awarded_on,
    coalesce(counts_from, 'course_end') as counts_from,
    from_json(schedule, '[{"year": "integer", "share": "double"}]') as schedule,
    leaving_on,
from raw.agreements
where status = 'active'
