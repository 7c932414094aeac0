-- One row per decision of a meeting that was held.
select
    coalesce(editions.school_urn, calendar.only_school_urn) as school_urn,
    editions.title as meeting,
    editions.meeting_on::varchar as meeting_on,
    editions.time_period,
    trim(decided.line.decision) as decision,
    nullif(trim(decided.line.owner_role), '') as owner_role,
    decided.line.due_on::varchar as due_on,
    decided.line.done_on::varchar as done_on,
from stg.editions
cross join marts.calendar
cross join unnest(editions.decisions) as decided(line)
where editions.meeting_on <= calendar.today
    and coalesce(trim(decided.line.decision), '') != ''
order by editions.meeting_on desc, editions.title, decision, due_on, owner_role
