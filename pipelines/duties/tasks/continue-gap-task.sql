-- Continue a gap task
-- how: The next of the four writes their stage by the link that was sent to them; send it again if it was lost.
-- asked: R-M4 (H): intent, task, what was done by the second session, and impact seen later, by four authors.
-- One row per gap task of the last year whose next stage is due within two weeks. Stages are due on the day of the task, two weeks later,
-- 60 days after that and 90 days after that, as the record holds no dates for them.
with staged as (
    select
        evidence.*,
        case
            when evidence.stage_1_on is null then 1
            when evidence.stage_2_on is null then 2
            when evidence.stage_3_on is null then 3
            when evidence.stage_4_on is null then 4
        end as stage,
    from stg.evidence
    where evidence.type = 'gap_task'
),

dated as (
    select
        staged.*,
        case staged.stage
            when 1 then staged.observed_on
            when 2 then staged.stage_1_on + 14
            when 3 then staged.stage_2_on + 60
            when 4 then staged.stage_3_on + 90
        end as due_on,
    from staged
    where staged.stage is not null
)

select
    coalesce(dated.school_urn, activities.school_urn, calendar.only_school_urn) as school_urn,
    places.owner_role,
    dated.due_on,
    coalesce('Gap task: ' || activities.title, 'A gap task') as subject,
    'Stage ' || dated.stage || ', '
        || ['the provider’s intent', 'the task and its starting point', 'what was done by the second session', 'the impact seen'][dated.stage]
        || ', is not written.' as detail,
    'evidence' as collection,
    dated.evidence_id as record_id,
from dated
cross join marts.calendar
left join stg.activities
    on activities.activity_id = dated.activity_id
inner join marts.places
    on places.school_urn is not distinct from coalesce(dated.school_urn, activities.school_urn, calendar.only_school_urn)
where dated.due_on <= calendar.today + 14
    and dated.observed_on >= calendar.today - interval 1 year
    and not coalesce(activities.is_restricted, false)
