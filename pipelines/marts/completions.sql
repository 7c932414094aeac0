-- One row per person and activity completed. Restricted activities are left out: whoever reads by school or staff group
-- must not learn of them, and a total that held them would give them away by subtraction.
select
    participations.person_id,
    participations.activity_number,
    participations.academic_year,
    participations.school_urn,
    participations.staff_group,
    participations.hours,
from marts.participations
where participations.is_completed
    and not participations.is_restricted
    and participations.academic_year is not null
