-- One row per set of answers whose wave has closed. Answers that came late count once their batch is full.
-- A restricted activity's answers have no school, staff group or programme: they count in the trust's totals and in nothing smaller.
-- A school's own programme has no name here: among the trust's figures it would tell every reader about that one school.
with full_batches as (
    select
        evaluations.activity_id,
        evaluations.wave,
        evaluations.batch,
    from stg.evaluations
    cross join marts.settings
    where evaluations.batch > 0
    group by evaluations.activity_id, evaluations.wave, evaluations.batch
    having count(*) >= any_value(settings.threshold_signed_in)
)

select
    activities.academic_year,
    activities.ends_on as activity_ends_on,
    activities.is_restricted,
    case when not activities.is_restricted and programmes.school_urn is null then programmes.title end as programme,
    case when not activities.is_restricted then schools.school_urn end as school_urn,
    case
        when activities.is_restricted then null
        else coalesce(staff_groups.staff_group, replace(evaluations.staff_group_key, '_', ' '), 'Not stated')
    end as staff_group,
    activities.activity_number,
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
inner join marts.activities
    on activities.activity_id = evaluations.activity_id
    and case when evaluations.wave = 'follow_up' then activities.is_followup_closed else activities.is_closed end
left join full_batches
    on full_batches.activity_id = evaluations.activity_id
    and full_batches.wave = evaluations.wave
    and full_batches.batch = evaluations.batch
left join marts.programmes
    on programmes.programme_number = activities.programme_number
left join marts.schools
    on schools.school_urn = evaluations.school_urn
left join marts.staff_groups
    on staff_groups.staff_group_key = evaluations.staff_group_key
where evaluations.batch = 0
    or full_batches.batch is not null
