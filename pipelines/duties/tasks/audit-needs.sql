-- Audit the needs for development
-- how: Enter what the audit found as needs, each with its source and its evidence.
-- asked: R-C1, R-C8 (M, P, C, B, H): needs are audited before a cycle.
-- One row per place and year to be planned without a need found since the March before it.
select
    places.school_urn,
    places.owner_role,
    cycles.starts_on - 1 as due_on,
    'Needs for ' || shown_year(cycles.time_period) as subject,
    'No need has been entered since ' || shown_day((cycles.starts_on - interval 6 months)::date) || '.' as detail,
    'needs' as collection,
    '+' as record_id,
from marts.places
cross join marts.cycles
cross join marts.calendar
anti join stg.needs
    on coalesce(needs.school_urn, calendar.only_school_urn) is not distinct from places.school_urn
    and needs.identified_on >= cycles.starts_on - interval 6 months
    and needs.identified_on < cycles.starts_on + interval 1 year
