-- Finish the evaluation report of a course
-- how: Write in the activity, in sum, what further training was asked for; the final report then goes out by itself.
-- asked: R-G4 (C): the report holds further training requests, and its final version goes to those the policy names.
-- One row per activity whose first report went out in the last year and whose final one did not, where the policy names recipients for it.
select
    coalesce(activities.school_urn, calendar.only_school_urn) as school_urn,
    'cpd_administrator' as owner_role,
    activities.report_sent_on + coalesce(policy.report_due_days, 14) as due_on,
    activities.title as subject,
    case
        when activities.further_training is null then 'What further training was asked for is not written yet.'
        else 'It is complete and has not gone out.'
    end as detail,
    'activities' as collection,
    activities.activity_id as record_id,
from stg.activities
cross join marts.calendar
cross join stg.policy
where len(list_filter(policy.report_recipients, lambda recipient: recipient.version = 'final')) > 0
    and not activities.is_restricted
    and activities.report_sent_on >= calendar.today - interval 1 year
    and activities.report_final_on is null
