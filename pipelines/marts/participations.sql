-- One row per person and activity that was not declined, with where the person worked on the day they finished or it ended.
-- Two records about the same person and activity are one part in it: done if either is, with the longer of the two hours.
-- Somebody without a post that day has no school and no staff group, and counts for the trust alone.
-- Hours that were not written down are the activity's planned ones, once the activity is attended.
with people as (
    select
        participations.person_id,
        participations.activity_id,
        any_value(activities.programme_id) as programme_id,
        any_value(activities.is_restricted) as is_restricted,
        any_value(activities.ends_on) as activity_ends_on,
        coalesce(max(participations.completed_on), any_value(activities.ends_on)) as happened_on,
        bool_or(participations.state = 'completed') as is_completed,
        max(case when participations.state in ('attended', 'completed')
            then coalesce(participations.hours_attended, activities.hours)
        end) as hours,
        bool_or(participations.evaluation_state in ('invited', 'answered')) as is_invited,
        bool_or(participations.evaluation_state = 'answered') as is_answered,
        bool_or(participations.followup_state in ('sampled', 'answered')) as is_sampled,
        bool_or(participations.followup_state = 'answered') as is_followup_answered,
    from stg.participations
    inner join stg.activities
        on activities.activity_id = participations.activity_id
    where coalesce(activities.decision, 'approved') != 'declined'
    group by participations.person_id, participations.activity_id
)

select
    people.person_id,
    people.activity_id,
    people.programme_id,
    people.is_restricted,
    people.activity_ends_on,
    academic_year(people.happened_on)::integer as academic_year,
    main_posts.school_urn,
    main_posts.staff_group,
    people.is_completed,
    people.hours,
    people.is_invited,
    people.is_answered,
    people.is_sampled,
    people.is_followup_answered,
from people
left join marts.main_posts
    on main_posts.person_id = people.person_id
    and main_posts.from_on <= people.happened_on
    and main_posts.to_on >= people.happened_on
