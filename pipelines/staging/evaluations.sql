-- One row per set of answers, with the items of the standard questionnaires as columns.
-- An item that was not asked or not answered, or that is not what its type says, is empty. There is no person and no date here,
-- on purpose.
with answered as (
    select
        id as evaluation_id,
        activity_id,
        nullif(trim(school_urn), '') as school_urn,
        nullif(trim(staff_group), '') as staff_group_key,
        wave,
        try_cast(survey_period as integer) as survey_period,
        batch,
        scale_id,
        questionnaire,
        answers,
        -- One pass over the text reads every item, which is several times faster than one pass each.
        json_transform(answers, '{
            "quality": "integer",
            "intended_learning": "integer",
            "likely_to_use": "integer",
            "confidence_before": "integer",
            "confidence_now": "integer",
            "wants_more": "json",
            "use": "varchar",
            "seen_by": "varchar"
        }') as items,
    from raw.evaluations
    where status = 'active'
)

select
    evaluation_id,
    activity_id,
    school_urn,
    staff_group_key,
    wave,
    survey_period,
    batch,
    scale_id,
    items.quality,
    items.intended_learning,
    items.likely_to_use,
    items.confidence_before,
    items.confidence_now,
    -- Read as text, since 1 would pass for yes.
    case items.wants_more::varchar when 'true' then true when 'false' then false end as wants_more,
    items.use as use_in_role,
    items.seen_by,
    questionnaire,
    answers,
from answered
