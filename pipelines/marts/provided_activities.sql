-- One row per activity that went ahead and is over, in the academic year in which it ended, under the school that held it; without
-- one the trust did. Restricted activities are left out: where a whole and its parts are both shown, a whole that held them would give them
-- away. What became of an activity is told in words, empty while it cannot be told yet:
-- `criteria`: met, not_met; not_asked_for where the policy lists none; empty in a year in which nothing was ticked.
-- `report`: on_time, late, missing; not_asked_for where the policy names nobody to send it to; empty while it is not due, or nobody was asked.
-- `follow_up`: done, missing; not_asked_for where the policy states none; empty while it is not due, and before the first on record.
-- `sharing`: done, agreed (and not done), missing, nothing_to_share; empty in the first 90 days, before the first on record, and where nobody took part.
with policy as (
    select
        list_transform(coalesce(policy.criteria, []), lambda criterion: criterion.key) as criteria,
        coalesce(len(policy.report_recipients), 0) > 0 as has_reports,
        coalesce(policy.report_due_days, 14) as report_due_days,
        case when policy.profile is null then settings.followup_min_months else policy.followup_min_months end as followup_min_months,
        settings.today,
        calendar.only_school_urn,
    from marts.settings
    cross join marts.calendar
    left join (from stg.policy limit 1) as policy
        on true
),

-- A programme of one activity is no series, whatever it is called, and several within a term (90 days) are not sustained; a single course that runs
-- for as long is sustained by itself.
series as (
    select activities.programme_id
    from stg.activities
    semi join stg.programmes
        on programmes.programme_id = activities.programme_id
    where coalesce(activities.decision, 'approved') != 'declined'
    group by activities.programme_id
    having count(*) >= 2
        and max(activities.ends_on) - min(activities.starts_on) >= 90
),

people as (
    select
        activity_number,
        bool_or(is_completed) as is_attended,
        bool_or(is_invited) as is_asked,
        bool_or(is_sampled) as is_sampled,
    from marts.participations
    group by activity_number
),

shared as (
    select
        sharing.activity_id,
        bool_or(coalesce(sharing.done_on <= policy.today, false)) as is_shared,
        bool_or(sharing.route is distinct from 'not_needed') as is_agreed,
    from stg.sharing
    cross join policy
    where sharing.activity_id is not null
    group by sharing.activity_id
),

told as (
    select
        activities.activity_number,
        activities.academic_year,
        schools.school_urn,
        coalesce(recorded.priority_id, programmes.priority_id) as priority_id,
        recorded.strand,
        recorded.sourcing_wave,
        series.programme_id is not null or recorded.ends_on - recorded.starts_on >= 90 as is_sustained,
        people.is_attended,
        recorded.criteria_met,
        list_has_all(recorded.criteria_met, policy.criteria) as has_met_criteria,
        people.is_asked and activities.closed_on + policy.report_due_days < policy.today as is_report_due,
        recorded.report_sent_on is not null as has_report,
        recorded.report_sent_on <= activities.closed_on + policy.report_due_days as is_report_on_time,
        people.is_attended and activities.ends_on + to_months(policy.followup_min_months) <= policy.today as is_followup_due,
        recorded.followup_drawn_on is not null or coalesce(people.is_sampled, false) as has_followup,
        people.is_attended and activities.ends_on + 90 <= policy.today as is_sharing_due,
        coalesce(shared.is_shared, false) as is_shared,
        coalesce(shared.is_agreed, false) as is_sharing_agreed,
        shared.activity_id is not null and not is_sharing_agreed as is_nothing_to_share,
    from stg.activities as recorded
    inner join marts.activities
        on activities.activity_id = recorded.activity_id
    cross join policy
    left join stg.programmes
        on programmes.programme_id = recorded.programme_id
    left join series
        on series.programme_id = recorded.programme_id
    left join marts.schools
        on schools.school_urn = coalesce(recorded.school_urn, policy.only_school_urn)
    left join people
        on people.activity_number = activities.activity_number
    left join shared
        on shared.activity_id = recorded.activity_id
    where coalesce(recorded.decision, 'approved') in ('approved', 'exception')
        and not recorded.is_restricted
        and activities.ends_on <= policy.today
),

firsts as (
    select
        min(academic_year) filter (where has_followup) as followup_year,
        min(academic_year) filter (where is_shared or is_nothing_to_share) as sharing_year,
        min(academic_year) filter (where has_report) as report_year,
    from told
)

select
    told.activity_number,
    told.academic_year,
    told.school_urn,
    told.priority_id,
    told.strand,
    told.sourcing_wave,
    told.is_sustained,
    case
        when len(policy.criteria) = 0 then 'not_asked_for'
        when bool_or(len(told.criteria_met) > 0) over (partition by told.academic_year) then
            if(told.has_met_criteria, 'met', 'not_met')
    end as criteria,
    case
        when not policy.has_reports then 'not_asked_for'
        when told.is_report_due and told.academic_year >= firsts.report_year then
            case when told.is_report_on_time then 'on_time' when told.has_report then 'late' else 'missing' end
    end as report,
    case
        when policy.followup_min_months is null then 'not_asked_for'
        when told.is_followup_due and told.academic_year >= firsts.followup_year then if(told.has_followup, 'done', 'missing')
    end as follow_up,
    case
        when told.is_sharing_due and told.academic_year >= firsts.sharing_year then
            case
                when told.is_shared then 'done'
                when told.is_sharing_agreed then 'agreed'
                when told.is_nothing_to_share then 'nothing_to_share'
                else 'missing'
            end
    end as sharing,
from told
cross join firsts
cross join policy
