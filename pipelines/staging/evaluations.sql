-- One row per set of answers, with the items of the standard questionnaires as columns.
-- An item that was not asked or not answered is empty. There is no person and no date here, on purpose.
with answered as (
    select
        activity_id,
        nullif(trim(school_urn), '') as school_urn,
        nullif(trim(staff_group), '') as staff_group_key,
        wave,
        batch,
        scale_id,
        -- One pass over the text reads every item, which is several times faster than one pass each.
        json_extract_string(
            answers,
            ['$.quality', '$.relevance', '$.likely_to_use', '$.confidence_before', '$.confidence_now', '$.use', '$.seen_by']
        ) as items,
    from raw.evaluations
    where status = 'active'
)

select
    activity_id,
    school_urn,
    staff_group_key,
    wave,
    batch,
    scale_id,
    try_cast(items[1] as integer) as quality,
    try_cast(items[2] as integer) as relevance,
    try_cast(items[3] as integer) as likely_to_use,
    try_cast(items[4] as integer) as confidence_before,
    try_cast(items[5] as integer) as confidence_now,
    items[6] as use_in_role,
    items[7] as seen_by,
from answered
