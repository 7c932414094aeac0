-- Draw the sample for a follow-up
-- how: The hub draws it by itself on the day. If this stays for more than a day, ask whoever looks after the server whether the duties run.
-- asked: R-G6 (M, C; B, H by default): a sample is followed up three months after an activity, or as the policy says.
-- One row per activity whose follow-up fell due in this academic year, or the last 90 days, without a sample, where the policy states a follow-up.
with due as (
    select
        activities.*,
        (activities.ends_on + to_months(policy.followup_min_months))::date as due_on,
    from stg.activities
    cross join stg.policy
    where policy.followup_min_months is not null
        and coalesce(policy.followup_sample_rate, 1) > 0
        and activities.followup_drawn_on is null
        and not activities.is_restricted
        and coalesce(activities.decision, 'approved') in ('approved', 'exception')
)

select
    coalesce(due.school_urn, calendar.only_school_urn) as school_urn,
    'cpd_administrator' as owner_role,
    due.due_on,
    due.title as subject,
    'It ended on ' || shown_day(due.ends_on) || '.' as detail,
    'activities' as collection,
    due.activity_id as record_id,
from due
cross join marts.calendar
semi join stg.participations
    on participations.activity_id = due.activity_id
    and participations.role = 'participant'
    and participations.state in ('attended', 'completed')
anti join stg.participations as sampled
    on sampled.activity_id = due.activity_id
    and sampled.followup_state != 'not_sampled'
where due.due_on <= calendar.today
    and due.due_on >= least(calendar.year_starts_on, calendar.today - 90)
