-- One row per person and activity that was not declined, with where the person worked on the day they finished or it ended.
-- Two records about the same person and activity are one part in it: done if either is, with the longer of the two hours.
-- Somebody without a post that day has no school and no staff group, and counts for the trust alone.
-- Hours that were not written down are the activity's planned ones, once the activity is attended.
with people as (
    select
        people.person_id,
        activities.activity_number,
        max(participations.completed_on) as completed_on,
        bool_or(participations.state = 'completed') as is_completed,
        bool_or(participations.state in ('attended', 'completed')) as is_attended,
        max(participations.hours_attended) filter (where participations.state in ('attended', 'completed')) as hours,
        bool_or(participations.evaluation_state != 'not_invited') as is_invited,
        bool_or(participations.evaluation_state = 'answered') as is_answered,
        bool_or(participations.followup_state != 'not_sampled') as is_sampled,
        bool_or(participations.followup_state = 'answered') as is_followup_answered,
    from stg.participations
    inner join marts.people
        on people.staff_id = participations.staff_id
    inner join marts.activities
        on activities.activity_id = participations.activity_id
    group by people.person_id, activities.activity_number
),

dated as (
    select
        people.* exclude (completed_on, hours),
        coalesce(people.completed_on, activities.ends_on) as happened_on,
        case when people.is_attended then coalesce(people.hours, activities.hours) end as hours,
        activities.is_restricted,
    from people
    inner join marts.activities
        on activities.activity_number = people.activity_number
)

select
    dated.person_id,
    dated.activity_number,
    academic_year(dated.happened_on)::integer as academic_year,
    main_posts.main_post_id,
    main_posts.school_urn,
    main_posts.staff_group,
    dated.is_restricted,
    dated.is_completed,
    dated.hours,
    dated.is_invited,
    dated.is_answered,
    dated.is_sampled,
    dated.is_followup_answered,
from dated
left join marts.main_posts
    on main_posts.person_id = dated.person_id
    and main_posts.from_on <= dated.happened_on
    and main_posts.to_on >= dated.happened_on
