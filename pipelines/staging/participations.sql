-- One row per record of a person's part in an activity; marts.participations joins those about the same person and activity.
select
    id as participation_id,
    activity_id,
    staff_id,
    role,
    state,
    hours_attended,
    completed_on,
    coalesce(evaluation_state, 'not_invited') as evaluation_state,
    coalesce(followup_state, 'not_sampled') as followup_state,
    sharing_agreed_on,
from raw.participations
where status = 'active'
