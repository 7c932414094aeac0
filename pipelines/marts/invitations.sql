-- One row per person, school, staff group, programme, year and wave that has closed: how often somebody was asked to evaluate an
-- activity, and how often they answered. It says nothing of what anybody answered, and tells disclosure control how many
-- people the answers are of. For a follow-up those asked are the sample that was drawn.
-- A restricted activity's invitations have no school, staff group or programme: they count in the trust's totals alone.
-- A school's own programme has no name here, as in marts.evaluations.
with asked as (
    select
        'end_of_session' as wave,
        participations.main_post_id,
        participations.person_id,
        activities.academic_year,
        activities.programme_number,
        activities.is_restricted,
        participations.is_answered,
    from marts.participations
    inner join marts.activities
        on activities.activity_number = participations.activity_number
        and activities.is_closed
    where participations.is_invited
    union all
    select
        'follow_up' as wave,
        participations.main_post_id,
        participations.person_id,
        activities.academic_year,
        activities.programme_number,
        activities.is_restricted,
        participations.is_followup_answered as is_answered,
    from marts.participations
    inner join marts.activities
        on activities.activity_number = participations.activity_number
        and activities.is_followup_closed
    where participations.is_sampled
),

-- Numbers first and names after: there are far fewer names than people.
counted as (
    select
        wave,
        main_post_id,
        person_id,
        academic_year,
        programme_number,
        is_restricted,
        count(*)::integer as invited,
        count(*) filter (where is_answered)::integer as answered,
    from asked
    group by all
)

select
    counted.academic_year,
    counted.wave,
    case when not counted.is_restricted then main_posts.school_urn end as school_urn,
    case when not counted.is_restricted then coalesce(main_posts.staff_group, 'Not stated') end as staff_group,
    case when not counted.is_restricted and programmes.school_urn is null then programmes.title end as programme,
    counted.person_id,
    counted.answered > 0 as is_respondent,
    counted.invited,
    counted.answered,
from counted
left join marts.main_posts
    on main_posts.main_post_id = counted.main_post_id
left join marts.programmes
    on programmes.programme_number = counted.programme_number
