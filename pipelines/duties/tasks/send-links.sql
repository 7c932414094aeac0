-- Get links to forms to people
-- how: E-mails go out by themselves where a mail server is set. Otherwise print the slips from the course’s page and hand them out.
-- asked: R-G3 (C), R-G6 (M, C): participants are asked, and a sample again.
-- One row per activity and wave with links that were due two days ago or more and have not been sent, while the form is open.
with waiting as (
    select
        invitation_counts.activity_id,
        invitation_counts.wave,
        min(invitation_counts.opens_on) as opens_on,
        max(invitation_counts.closes_on) as closes_on,
        sum(invitation_counts.invitations)::integer as links,
    from stg.invitation_counts
    cross join marts.calendar
    where invitation_counts.state = 'due'
        and invitation_counts.opens_on <= calendar.today - 2
        and invitation_counts.closes_on >= calendar.today
    group by all
)

select
    coalesce(activities.school_urn, calendar.only_school_urn) as school_urn,
    'cpd_administrator' as owner_role,
    waiting.opens_on as due_on,
    coalesce(
        case waiting.wave
            when 'staff_survey' then 'Staff survey'
            when 'follow_up' then 'Follow-up of ' || activities.title
            else activities.title
        end,
        'A form'
    ) as subject,
    case waiting.links when 1 then 'One link has' else waiting.links || ' links have' end
        || ' not been sent. The form closes on ' || shown_day(waiting.closes_on) || '.' as detail,
    case when waiting.activity_id is not null then '/courses/' || waiting.activity_id else '/courses' end as page,
from waiting
cross join marts.calendar
left join stg.activities
    on activities.activity_id = waiting.activity_id
where not coalesce(activities.is_restricted, false)
