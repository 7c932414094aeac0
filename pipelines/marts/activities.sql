-- One row per activity that was not declined, in the academic year in which it ended, with which of its waves have closed.
-- Only then do a wave's answers count, all at once, so that no release made just after one answer gives that answer away.
-- Where links were sent out, the record says when their wave was closed, together with who answered; elsewhere it closes by its
-- days. While a link can still bring an answer in time the wave is open, whatever somebody wrote beside it. A follow-up opens the policy's months (or three) after the activity ended.
with open_waves as (
    select distinct
        invitation_counts.activity_id,
        invitation_counts.wave,
    from stg.invitation_counts
    cross join marts.settings
    where invitation_counts.state != 'cancelled'
        and invitation_counts.closes_on >= settings.today
),

dated as (
    select
        activities.*,
        coalesce(
            activities.evaluation_wave = 'closed',
            activities.ends_on + to_days(settings.wave_closes_after_days) <= settings.today
        )
        and not exists (
            from open_waves
            where open_waves.activity_id = activities.activity_id and open_waves.wave = 'end_of_session'
        ) as is_closed,
        coalesce(
            activities.followup_wave = 'closed',
            activities.ends_on
                + to_months(settings.followup_min_months)
                + to_days(settings.wave_closes_after_days)
                <= settings.today
        )
        and not exists (
            from open_waves
            where open_waves.activity_id = activities.activity_id and open_waves.wave = 'follow_up'
        ) as is_followup_closed,
    from stg.activities
    cross join marts.settings
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
    coalesce(dated.is_followup_closed, false) as is_followup_closed,
from dated
left join marts.programmes
    on programmes.programme_id = dated.programme_id
