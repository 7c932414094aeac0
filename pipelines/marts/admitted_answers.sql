-- One row per set of answers that the figures may count, with what the figures may say of whoever gave it.
-- Answers count once their wave has closed; those that came late once their batch is full.
-- A restricted activity's answers have no school, staff group or programme: they count in the trust's totals and in nothing smaller.
-- A school's own programme has no name here: among the trust's figures it would tell every reader about that one school.
with full_batches as (
    select
        evaluations.activity_id,
        evaluations.survey_period,
        evaluations.wave,
        evaluations.batch,
    from stg.evaluations
    cross join marts.settings
    where evaluations.batch > 0
    group by evaluations.activity_id, evaluations.survey_period, evaluations.wave, evaluations.batch
    having count(*) >= any_value(settings.threshold_signed_in)
),

open_surveys as (
    select distinct try_cast(invitation_counts.survey_period as integer) as survey_period
    from stg.invitation_counts
    cross join marts.settings
    where invitation_counts.wave = 'staff_survey'
        and invitation_counts.state != 'cancelled'
        and invitation_counts.closes_on >= settings.today
)

select
    evaluations.evaluation_id,
    evaluations.wave,
    coalesce(activities.academic_year, evaluations.survey_period)::integer as academic_year,
    activities.activity_number,
    coalesce(activities.is_restricted, false) as is_restricted,
    case when not coalesce(activities.is_restricted, false) and programmes.school_urn is null then programmes.title end as programme,
    case when not coalesce(activities.is_restricted, false) then schools.school_urn end as school_urn,
    case
        when activities.is_restricted then null
        else coalesce(staff_groups.staff_group, replace(evaluations.staff_group_key, '_', ' '), 'Not stated')
    end as staff_group,
from stg.evaluations
left join marts.activities
    on activities.activity_id = evaluations.activity_id
    and case when evaluations.wave = 'follow_up' then activities.is_followup_closed else activities.is_closed end
left join full_batches
    on full_batches.activity_id is not distinct from evaluations.activity_id
    and full_batches.survey_period is not distinct from evaluations.survey_period
    and full_batches.wave = evaluations.wave
    and full_batches.batch = evaluations.batch
left join open_surveys
    on open_surveys.survey_period = evaluations.survey_period
left join marts.programmes
    on programmes.programme_number = activities.programme_number
left join marts.schools
    on schools.school_urn = evaluations.school_urn
left join marts.staff_groups
    on staff_groups.staff_group_key = evaluations.staff_group_key
where case
        when evaluations.wave = 'staff_survey' then evaluations.survey_period is not null and open_surveys.survey_period is null
        else activities.activity_id is not null
    end
    and (evaluations.batch = 0 or full_batches.batch is not null)
