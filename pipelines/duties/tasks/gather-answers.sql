-- Ask for answers before a form closes
-- how: Remind colleagues that the form is open; reminders by e-mail go out by themselves, and slips can be printed from the course’s page.
-- asked: R-G3 (C), R-G6 (M, C): participants evaluate; a sample is followed up.
-- for: owner alone
-- One row per school, activity and wave that closes within a week with fewer than six in ten answers. Of so few that a count could tell on
-- somebody there is no count.
with asked as (
    select
        invitation_counts.activity_id,
        invitation_counts.wave,
        coalesce(invitation_counts.school_urn, calendar.only_school_urn) as school_urn,
        max(invitation_counts.closes_on) as closes_on,
        sum(invitation_counts.invitations)::integer as invited,
        coalesce(sum(invitation_counts.invitations) filter (where invitation_counts.state = 'answered'), 0)::integer as answered,
    from stg.invitation_counts
    cross join marts.calendar
    where invitation_counts.wave in ('end_of_session', 'follow_up', 'staff_survey')
        and invitation_counts.state in ('due', 'sent', 'answered')
        and invitation_counts.closes_on >= calendar.today
    group by all
)

select
    asked.school_urn,
    'cpd_lead' as owner_role,
    asked.closes_on as due_on,
    coalesce(
        case asked.wave
            when 'staff_survey' then 'Staff survey'
            when 'follow_up' then 'Follow-up of ' || activities.title
            else activities.title
        end,
        'A form'
    ) as subject,
    case
        when asked.invited < settings.threshold_signed_in or asked.answered < settings.threshold_signed_in
            then 'Few have answered so far.'
        else asked.answered || ' of ' || asked.invited || ' have answered so far.'
    end || ' It closes on ' || shown_day(asked.closes_on) || '.' as detail,
    case when asked.activity_id is not null then '/courses/' || asked.activity_id else '/courses' end as page,
from asked
cross join marts.calendar
cross join marts.settings
left join stg.activities
    on activities.activity_id = asked.activity_id
where asked.school_urn is not null
    and asked.closes_on <= calendar.today + 7
    and asked.answered < 0.6 * asked.invited
    and not coalesce(activities.is_restricted, false)
