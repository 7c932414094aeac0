-- Agree what is passed on after an activity
-- how: Enter under Sharing what was agreed with whom, or that nothing is to be shared.
-- asked: R-G10 (M, P, C, B): dissemination is discussed with a named manager after every activity.
-- One row per activity that ended in this academic year or the last 90 days, at which somebody was, without anything under Sharing and
-- with a participant who has not discussed it. Due two weeks after it ended.
with attended as (
    select
        participations.activity_id,
        count(*) filter (where participations.sharing_agreed_on is null) as without_discussion,
    from stg.participations
    where participations.state in ('attended', 'completed')
        and participations.role = 'participant'
    group by participations.activity_id
)

select
    coalesce(activities.school_urn, calendar.only_school_urn) as school_urn,
    places.owner_role,
    activities.ends_on + 14 as due_on,
    activities.title as subject,
    'It ended on ' || shown_day(activities.ends_on) || '.' as detail,
    'sharing' as collection,
    '+' as record_id,
from stg.activities
cross join marts.calendar
inner join attended
    on attended.activity_id = activities.activity_id
    and attended.without_discussion > 0
inner join marts.places
    on places.school_urn is not distinct from coalesce(activities.school_urn, calendar.only_school_urn)
anti join stg.sharing
    on sharing.activity_id = activities.activity_id
    and (sharing.agreed_on is not null or sharing.done_on is not null or sharing.route = 'not_needed')
where not activities.is_restricted
    and activities.ends_on <= calendar.today
    and activities.ends_on >= least(calendar.year_starts_on, calendar.today - 90)
    and coalesce(activities.decision, 'approved') in ('approved', 'exception')
