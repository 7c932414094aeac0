-- One row per set of answers whose wave has closed, with what it says of whoever gave it and the day on which it was closed.
-- Late answers count once the links have stopped working, when no more can come; those of an imported file (batches of a million and up) from the
-- day after the import, which the number of the batch tells in days since 2000, and only if the file has enough of them.
-- A restricted activity's answers have no school, staff group or programme: they count in the trust's totals and in nothing smaller.
-- A school's own programme has no name here: among the trust's figures it would tell every reader about that one school.
with full_files as (
    select
        evaluations.activity_id,
        evaluations.survey_period,
        evaluations.wave,
        evaluations.batch,
    from stg.evaluations
    cross join marts.settings
    where evaluations.batch >= 1000000
    group by evaluations.activity_id, evaluations.survey_period, evaluations.wave, evaluations.batch
    having count(*) >= any_value(settings.threshold_signed_in)
),

surveys as (
    select
        try_cast(invitation_counts.survey_period as integer) as survey_period,
        max(invitation_counts.closes_on) as closed_on,
    from stg.invitation_counts
    where invitation_counts.wave = 'staff_survey' and invitation_counts.state != 'cancelled'
    group by 1
),

of_activities as (
    select
        evaluations.evaluation_id,
        evaluations.wave,
        activities.academic_year,
        activities.activity_number,
        activities.is_restricted,
        case when programmes.school_urn is null then programmes.title end as programme,
        evaluations.school_urn,
        evaluations.staff_group_key,
        evaluations.batch,
        -- A wave that somebody closed by hand before its days were over is closed today at the latest.
        least(
            case when evaluations.wave = 'follow_up' then activities.followup_closed_on else activities.closed_on end,
            settings.today
        ) as closed_on,
        evaluations.batch < 1000000 or full_files.batch is not null as is_full,
    from stg.evaluations
    cross join marts.settings
    inner join marts.activities
        on activities.activity_id = evaluations.activity_id
        and case when evaluations.wave = 'follow_up' then activities.is_followup_closed else activities.is_closed end
    left join full_files
        on full_files.activity_id = evaluations.activity_id
        and full_files.wave = evaluations.wave
        and full_files.batch = evaluations.batch
    left join marts.programmes
        on programmes.programme_number = activities.programme_number
    where evaluations.wave != 'staff_survey'
),

of_surveys as (
    select
        evaluations.evaluation_id,
        evaluations.wave,
        evaluations.survey_period as academic_year,
        null as activity_number,
        false as is_restricted,
        null as programme,
        evaluations.school_urn,
        evaluations.staff_group_key,
        evaluations.batch,
        -- A survey that nobody was asked to by a link was imported: nothing tells when, so it is taken to be of its year's last day.
        coalesce(surveys.closed_on, least(last_day_of(evaluations.survey_period), settings.today)) as closed_on,
        evaluations.batch < 1000000 or full_files.batch is not null as is_full,
    from stg.evaluations
    cross join marts.settings
    left join surveys
        on surveys.survey_period = evaluations.survey_period
    left join full_files
        on full_files.survey_period = evaluations.survey_period
        and full_files.wave = evaluations.wave
        and full_files.batch = evaluations.batch
    where evaluations.wave = 'staff_survey'
        and evaluations.survey_period is not null
        and coalesce(surveys.closed_on < settings.today, true)
),

answers as (
    from of_activities
    union all by name
    from of_surveys
),

dated as (
    select
        answers.*,
        greatest(
            answers.closed_on,
            case
                when answers.batch >= 1000000 then date '2000-01-02' + (answers.batch // 1000)::integer
                when answers.batch > 0 then answers.closed_on + 31
                else answers.closed_on
            end
        )::date as counts_from,
    from answers
    cross join marts.settings
    where answers.is_full
)

select
    dense_rank() over (
        order by
            dated.wave, dated.academic_year, dated.counts_from, dated.activity_number,
            dated.is_restricted, dated.programme, schools.school_urn, staff_groups.staff_group, dated.staff_group_key
    )::integer as piece_id,
    dated.evaluation_id,
    dated.wave,
    dated.academic_year::integer as academic_year,
    dated.activity_number,
    dated.is_restricted,
    case when not dated.is_restricted then dated.programme end as programme,
    case when not dated.is_restricted then schools.school_urn end as school_urn,
    case
        when not dated.is_restricted
            then coalesce(staff_groups.staff_group, replace(dated.staff_group_key, '_', ' '))
    end as staff_group,
    dated.counts_from as closed_on,
from dated
cross join marts.settings
left join marts.schools
    on schools.school_urn = dated.school_urn
left join marts.staff_groups
    on staff_groups.staff_group_key = dated.staff_group_key
where dated.counts_from <= settings.today
