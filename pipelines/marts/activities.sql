-- One row per activity that was not declined, in the academic year in which it ended, with which of its waves have closed.
-- Only then do a wave's answers count, all at once, so that no release made just after one answer gives that answer away.
-- Where links were sent out, the record says when their wave was closed, together with who answered; elsewhere it closes by its
-- days. While a link can still bring an answer in time the wave is open, whatever somebody wrote beside it. A follow-up opens the policy's months (or three) after the activity ended.
with asked as (
    select
        invitation_counts.activity_id,
        invitation_counts.wave,
        max(invitation_counts.closes_on) as closed_on,
    from stg.invitation_counts
    where invitation_counts.state != 'cancelled'
    group by invitation_counts.activity_id, invitation_counts.wave
),

dated as (
    select
        activities.*,
        coalesce(
            end_of_session.closed_on,
            activities.ends_on + to_days(settings.wave_closes_after_days)
        )::date as closed_on,
        coalesce(
            follow_up.closed_on,
            activities.ends_on
                + to_months(settings.followup_min_months)
                + to_days(settings.wave_closes_after_days)
        )::date as followup_closed_on,
        coalesce(
            activities.evaluation_wave = 'closed',
            activities.ends_on + to_days(settings.wave_closes_after_days) <= settings.today
        )
        and coalesce(end_of_session.closed_on < settings.today, true) as is_closed,
        coalesce(
            activities.followup_wave = 'closed',
            activities.ends_on
                + to_months(settings.followup_min_months)
                + to_days(settings.wave_closes_after_days)
                <= settings.today
        )
        and coalesce(follow_up.closed_on < settings.today, true) as is_followup_closed,
    from stg.activities
    cross join marts.settings
    left join asked as end_of_session
        on end_of_session.activity_id = activities.activity_id
        and end_of_session.wave = 'end_of_session'
    left join asked as follow_up
        on follow_up.activity_id = activities.activity_id
        and follow_up.wave = 'follow_up'
    where coalesce(activities.decision, 'approved') != 'declined'
)

select
    row_number() over (order by dated.activity_id)::integer as activity_number,
    dated.activity_id,
    academic_year(dated.ends_on)::integer as academic_year,
    dated.ends_on,
    dated.hours,
    dated.is_restricted,
    case when not programmes.is_restricted then programmes.programme_number end as programme_number,
    coalesce(dated.is_closed, false) as is_closed,
    dated.closed_on,
    coalesce(dated.is_followup_closed, false) as is_followup_closed,
    dated.followup_closed_on,
from dated
left join marts.programmes
    on programmes.programme_id = dated.programme_id
