-- One row per set of answers about an activity that the figures may count, with the items of the standard questionnaires.
-- A question may be left out: where fewer than the threshold of a batch answered one, on one scale, it is empty for all of the batch, as if nobody had.
-- An answer that is none of its question's is empty.
with answered as (
    select
        admitted_answers.*,
        activities.ends_on as activity_ends_on,
        evaluations.scale_id,
        case when evaluations.quality between 1 and 5 then evaluations.quality end as quality,
        case when evaluations.intended_learning between 1 and 5 then evaluations.intended_learning end as intended_learning,
        case when evaluations.likely_to_use between 1 and 5 then evaluations.likely_to_use end as likely_to_use,
        case when evaluations.confidence_before between 1 and 5 then evaluations.confidence_before end as confidence_before,
        case when evaluations.confidence_now between 1 and 5 then evaluations.confidence_now end as confidence_now,
        evaluations.wants_more,
        case when evaluations.use_in_role in ('not_yet', 'tried', 'in_use', 'embedded') then evaluations.use_in_role end as use_in_role,
        case when evaluations.seen_by in ('nobody', 'line_manager', 'observer') then evaluations.seen_by end as seen_by,
    from marts.admitted_answers
    inner join stg.evaluations
        on evaluations.evaluation_id = admitted_answers.evaluation_id
    inner join marts.activities
        on activities.activity_number = admitted_answers.activity_number
)

select
    academic_year,
    activity_ends_on,
    is_restricted,
    programme,
    school_urn,
    staff_group,
    activity_number,
    wave,
    scale_id,
    case when count(quality) over batch >= settings.threshold_signed_in then quality end as quality,
    case when count(intended_learning) over batch >= settings.threshold_signed_in then intended_learning end as intended_learning,
    case when count(likely_to_use) over batch >= settings.threshold_signed_in then likely_to_use end as likely_to_use,
    case
        when count(confidence_before + confidence_now) over batch >= settings.threshold_signed_in then confidence_before
    end as confidence_before,
    case
        when count(confidence_before + confidence_now) over batch >= settings.threshold_signed_in then confidence_now
    end as confidence_now,
    case when count(wants_more) over batch >= settings.threshold_signed_in then wants_more end as wants_more,
    case when count(use_in_role) over batch >= settings.threshold_signed_in then use_in_role end as use_in_role,
    case when count(seen_by) over batch >= settings.threshold_signed_in then seen_by end as seen_by,
from answered
cross join marts.settings
window batch as (partition by batch_id, scale_id)
