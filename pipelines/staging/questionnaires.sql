-- One row per questionnaire. Answers name it by its key, and each new version has a key of its own.
select
    id as questionnaire_id,
    trim(key) as questionnaire,
    wave,
    version,
    scale_id,
    coalesce(is_current, true) as is_current,
    introduced_on,
    from_json(items, '[{"key": "varchar", "question": "varchar", "scale": "varchar", "area": "varchar"}]') as items,
from raw.questionnaires
where status = 'active'
