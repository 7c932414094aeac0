-- Appoint a {lead_role_term} for a {school_term}
-- how: Add an appointment with an account, the part "CPD lead" and the {school_term}.
-- asked: R-B10 (H, B): each academy has a designated lead; R-B1 (M, P, C, B, H): a named person leads.
-- One row per school where nobody is appointed today. Due the day after the last appointment ended, or the first day of the year.
with held as (
    select
        appointments.school_urn,
        bool_or(
            coalesce(appointments.starts_on, calendar.today) <= calendar.today
            and coalesce(appointments.ends_on, calendar.today) >= calendar.today
        ) as is_now,
        max(appointments.ends_on) filter (where appointments.ends_on < calendar.today) as ended_on,
    from stg.appointments
    cross join marts.calendar
    where appointments.role = 'cpd_lead'
    group by appointments.school_urn
)

select
    places.school_urn,
    'cpd_administrator' as owner_role,
    coalesce(held.ended_on + 1, calendar.year_starts_on) as due_on,
    places.name as subject,
    'Nobody is appointed today.' as detail,
    'appointments' as collection,
    '+' as record_id,
from marts.places
cross join marts.calendar
left join held
    on held.school_urn = places.school_urn
where places.school_urn is not null
    and not coalesce(held.is_now, false)
