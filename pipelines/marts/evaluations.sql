-- One row per set of answers about an activity that the figures may count, with the items of the standard questionnaires.
select
    admitted_answers.academic_year,
    activities.ends_on as activity_ends_on,
    admitted_answers.is_restricted,
    admitted_answers.programme,
    admitted_answers.school_urn,
    admitted_answers.staff_group,
    admitted_answers.activity_number,
    admitted_answers.wave,
    evaluations.scale_id,
    evaluations.quality,
    evaluations.relevance,
    evaluations.intended_learning,
    evaluations.likely_to_use,
    evaluations.confidence_before,
    evaluations.confidence_now,
    evaluations.wants_more,
    evaluations.use_in_role,
    evaluations.seen_by,
from marts.admitted_answers
inner join stg.evaluations
    on evaluations.evaluation_id = admitted_answers.evaluation_id
inner join marts.activities
    on activities.activity_number = admitted_answers.activity_number
