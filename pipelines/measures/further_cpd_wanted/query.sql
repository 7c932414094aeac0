-- One row per set of answers with yes or no to further training; and one for each person invited, which counts nobody but says how many were
-- asked and how many people the answers are of. Answers of a form on another scale are left out, as for every question of the end of a session.
select
    academic_year as time_period,
    school_urn,
    programme,
    wants_more::integer as numerator,
    1 as denominator,
    null as invited,
from marts.evaluations
where wave = 'end_of_session'
    and scale_id = 'agree_5'
    and wants_more is not null
union all by name
select
    academic_year as time_period,
    school_urn,
    programme,
    0 as numerator,
    0 as denominator,
    invited,
    person_id,
    is_respondent,
from marts.invitations
where wave = 'end_of_session'
