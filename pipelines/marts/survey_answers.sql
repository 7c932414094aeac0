-- One row per statement of the staff survey and person who answered it, on the scale of four steps or "don't know".
-- What is not on that scale, such as a remark, is left out. A statement that no questionnaire in the record has goes by its key.
-- Leaders are senior and middle leaders, heads and chief executives, by the policy's staff group. `position` says whether an answer is a leader's, though most batches do
-- not say their staff group, as a school has few leaders: it is told of the batches that are made when the survey closes, which are of answers in time alone and
-- come all at once, so that no two releases differ by one of them. Of batches with late answers or a file's, and of what waited for them, it says nothing.
with statements as (
    select
        questionnaires.questionnaire,
        item.key,
        item.question,
        nullif(item.area, '') as area,
    from stg.questionnaires
    cross join unnest(questionnaires.items) as items (item)
    where questionnaires.wave = 'staff_survey'
),

answered as (
    select
        admitted_answers.academic_year,
        admitted_answers.batch_id,
        admitted_answers.school_urn,
        case
            when max(evaluations.batch) over (partition by admitted_answers.batch_id) = 0 then closed_answers.staff_group
        end as staff_group,
        row_number() over (order by admitted_answers.evaluation_id)::integer as respondent,
        evaluations.questionnaire,
        evaluations.answers,
        unnest(json_keys(evaluations.answers)) as key,
    from marts.admitted_answers
    inner join stg.evaluations
        on evaluations.evaluation_id = admitted_answers.evaluation_id
    inner join marts.closed_answers
        on closed_answers.evaluation_id = admitted_answers.evaluation_id
    where admitted_answers.wave = 'staff_survey'
        and evaluations.scale_id = 'agree_4_dk'
),

leaders as (
    select staff_group
    from marts.staff_groups
    where regexp_matches(staff_group_key, 'leader|headteacher|chief_executive|principal')
),

placed as (
    select
        answered.academic_year,
        answered.batch_id,
        answered.school_urn,
        answered.respondent,
        answered.staff_group,
        case
            when answered.staff_group is null then null
            when leaders.staff_group is not null then 'Leaders'
            else 'Other staff'
        end as position,
        answered.questionnaire,
        answered.key,
        answered.answers ->> answered.key as answer,
    from answered
    left join leaders
        on leaders.staff_group = answered.staff_group
    where answered.answers ->> answered.key in ('1', '2', '3', '4', 'dont_know')
),

-- The few of whom nobody knows whether they lead would be what is left when leaders and others are taken from all.
unplaced as (
    select academic_year, count(distinct respondent) as respondents
    from placed
    where position is null
    group by academic_year
),

-- A statement on which fewer than the threshold of a batch took a side is left out for all of the batch.
sided as (
    select placed.*
    from placed
    cross join marts.settings
    qualify count(*) filter (where placed.answer != 'dont_know') over (partition by placed.batch_id, placed.key)
        >= any_value(settings.threshold_signed_in) over ()
)

select
    sided.academic_year,
    sided.school_urn,
    sided.respondent,
    case when coalesce(unplaced.respondents, settings.threshold_signed_in) >= settings.threshold_signed_in then sided.position end as position,
    coalesce(statements.area, 'No area stated') as area,
    coalesce(statements.question, replace(sided.key, '_', ' ')) as statement,
    try_cast(sided.answer as integer) as step,
    sided.answer = 'dont_know' as is_dont_know,
from sided
cross join marts.settings
left join unplaced
    on unplaced.academic_year = sided.academic_year
left join statements
    on statements.questionnaire = sided.questionnaire
    and statements.key = sided.key
