-- One row per thing that happened up to today and explains a change in the figures.
-- A programme with a restricted activity is left out. A scale changed on the day on which a questionnaire with another one than the
-- version before it was introduced; one that no questionnaire in the record has, on the day the first activity used another one than
-- the activity before it. Events without a school are the trust's, and a school that joins changes the trust's figures.
with programmes_begun as (
    select
        starts_on as "on",
        title || ' began' as label,
        school_urn,
    from marts.programmes
    where starts_on is not null
        and not is_restricted
),

schools_joined as (
    select trust_joined_on as "on", name || ' joined' as label, null as school_urn
    from marts.schools
    where trust_joined_on is not null
),

scales as (
    select
        activities.ends_on as activity_ends_on,
        min(evaluations.scale_id) as scale_id,
    from marts.closed_answers
    inner join marts.activities
        on activities.activity_number = closed_answers.activity_number
    inner join stg.evaluations
        on evaluations.evaluation_id = closed_answers.evaluation_id
    where closed_answers.wave = 'end_of_session' and evaluations.scale_id is not null
    group by activities.ends_on
),

scales_changed as (
    select
        activity_ends_on as "on",
        'The evaluation scale changed' as label,
        null as school_urn,
    from scales
    qualify scale_id != lag(scale_id) over (order by activity_ends_on)
        and scale_id not in (select stg.questionnaires.scale_id from stg.questionnaires where introduced_on is not null)
),

questionnaires_changed as (
    select
        introduced_on as "on",
        case wave
            when 'end_of_session' then 'The evaluation scale changed'
            when 'follow_up' then 'The scale of the follow-up changed'
            when 'close_out' then 'The scale of the close-out changed'
            when 'staff_survey' then 'The scale of the staff survey changed'
        end as label,
        null as school_urn,
    from stg.questionnaires
    qualify introduced_on is not null
        and scale_id != lag(scale_id) over (partition by wave order by version, introduced_on nulls first)
)

select events."on", events.label, events.school_urn
from (
    from programmes_begun
    union all
    from schools_joined
    union all
    from scales_changed
    union all
    from questionnaires_changed
) as events
cross join marts.settings
where events."on" <= settings.today
