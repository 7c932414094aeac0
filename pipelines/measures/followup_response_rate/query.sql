-- One row per person, year, school and staff group: in how many samples they were, and how many of those follow-ups they answered.
-- Both are counted in the participations, so that nobody can answer without having been asked.
select
    academic_year as time_period,
    school_urn,
    staff_group,
    answered as numerator,
    invited as denominator,
    person_id,
    true as is_respondent,
from marts.invitations
where wave = 'follow_up'
