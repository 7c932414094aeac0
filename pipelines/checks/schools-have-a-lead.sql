-- Every school has somebody appointed to lead its CPD
-- severity: warning
-- One row per school of the organisation where nobody is appointed as its CPD lead today.
select places.school_urn
from marts.places
cross join marts.calendar
anti join stg.appointments
    on appointments.role = 'cpd_lead'
    and appointments.school_urn = places.school_urn
    and coalesce(appointments.starts_on, calendar.today) <= calendar.today
    and coalesce(appointments.ends_on, calendar.today) >= calendar.today
where places.school_urn is not null
