-- One row per provider.
select
    id as provider_id,
    trim(name) as name,
    kind,
    quality_assured_on,
    quality_state,
    feedback_sent_on,
    feedback_answered_on,
    follow_up_reason as has_follow_up,
    follow_up_due_on,
    follow_up_closed_on,
from raw.providers
where status = 'active'
