-- Send the evaluation report of a course
-- how: It goes out by itself, by e-mail, once the form has closed. Where it cannot, print it and set in the activity the day on which it was sent.
-- asked: R-G4 (C): an evaluation report of each course goes to the policy's recipients.
-- One row per activity of this year whose end-of-session form has closed without its report having been sent, where the policy names recipients.
select
    coalesce(activities.school_urn, calendar.only_school_urn) as school_urn,
    'cpd_administrator' as owner_role,
    (activities.ends_on + settings.wave_closes_after_days + coalesce(policy.report_due_days, 14))::date as due_on,
    activities.title as subject,
    'The form closed on ' || shown_day((activities.ends_on + settings.wave_closes_after_days)::date) || '.' as detail,
    '/courses/' || activities.activity_id || '/report' as page,
from stg.activities
cross join marts.calendar
cross join marts.settings
cross join stg.policy
semi join marts.activities as ended
    on ended.activity_id = activities.activity_id
    and ended.is_closed
semi join stg.participations
    on participations.activity_id = activities.activity_id
    and participations.evaluation_state != 'not_invited'
where len(policy.report_recipients) > 0
    and not activities.is_restricted
    and activities.report_sent_on is null
    and activities.ends_on >= calendar.year_starts_on
    and coalesce(activities.decision, 'approved') in ('approved', 'exception')
