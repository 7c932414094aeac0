-- One row per set of answers whose wave has closed. Answers that came late count once their batch is full.
-- A restricted activity's answers have no staff group and no programme: they count in totals and in nothing smaller.
with batches as (
    select
        activity_id,
        wave,
        batch,
        count(*) as answers,
    from stg.evaluations
    group by activity_id, wave, batch
)

select
    evaluations.activity_id,
    waves.programme,
    waves.academic_year,
    waves.ends_on as activity_ends_on,
    waves.is_restricted,
    schools.school_urn,
    case
        when waves.is_restricted then null
        else coalesce(staff_groups.staff_group, replace(evaluations.staff_group_key, '_', ' '), 'Not stated')
    end as staff_group,
    evaluations.wave,
    evaluations.scale_id,
    evaluations.quality,
    evaluations.relevance,
    evaluations.likely_to_use,
    evaluations.confidence_before,
    evaluations.confidence_now,
    evaluations.use_in_role,
    evaluations.seen_by,
from stg.evaluations
inner join marts.waves
    on waves.activity_id = evaluations.activity_id
    and waves.wave = evaluations.wave
inner join batches
    on batches.activity_id = evaluations.activity_id
    and batches.wave = evaluations.wave
    and batches.batch = evaluations.batch
cross join marts.settings
left join marts.schools
    on schools.school_urn = evaluations.school_urn
left join marts.staff_groups
    on staff_groups.staff_group_key = evaluations.staff_group_key
where evaluations.batch = 0
    or batches.answers >= settings.threshold_signed_in
