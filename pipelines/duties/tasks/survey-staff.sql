-- Survey the staff
-- how: The hub asks all staff by itself in the policy's month. If this stays, mark a staff survey as the current questionnaire.
-- asked: R-L1 (H, suggested yearly): the ten-item survey of staff.
-- One row while nobody has been asked in this academic year, where the policy names a month; due on that month's last day.
with due as (
    select
        (make_date(
            calendar.academic_year // 100 + case when policy.staff_survey_month >= 9 then 0 else 1 end,
            policy.staff_survey_month,
            1
        ) + interval 1 month - interval 1 day)::date as due_on,
        calendar.academic_year,
    from stg.policy
    cross join marts.calendar
    where policy.staff_survey_month between 1 and 12
)

select
    'cpd_administrator' as owner_role,
    due.due_on,
    'Staff survey ' || shown_year(due.academic_year) as subject,
    'questionnaires' as collection,
from due
anti join stg.invitation_counts
    on invitation_counts.wave = 'staff_survey'
    and invitation_counts.survey_period = due.academic_year::varchar
