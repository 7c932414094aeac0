-- One row per activity and wave that has closed: only then do its answers count, all at once, so that no release made just
-- after one answer gives that answer away. A follow-up opens the policy's months (or three) after the activity ended.
select
    activities.activity_id,
    waves.wave,
    academic_year(activities.ends_on)::integer as academic_year,
    case when not activities.is_restricted then programmes.title end as programme,
    activities.is_restricted,
    activities.ends_on,
from stg.activities
cross join marts.settings
cross join (values ('end_of_session'), ('follow_up'), ('close_out')) as waves (wave)
left join stg.programmes
    on programmes.programme_id = activities.programme_id
where coalesce(activities.decision, 'approved') != 'declined'
    and activities.ends_on
        + to_months(case when waves.wave = 'follow_up' then settings.followup_min_months else 0 end)
        + to_days(settings.wave_closes_after_days)
        <= settings.today
