-- One row per closed evaluation, school and staff group: how many were invited and how many of them answered.
-- Both are counted in the participations, so that nobody can answer without having been asked.
select
    academic_year as time_period,
    school_urn,
    staff_group,
    answered as numerator,
    invited as denominator,
from marts.invitations
where wave = 'end_of_session'
