-- One row per statement and person who answered it; and one per school, which counts nobody but says how many were asked.
select
    academic_year as time_period,
    school_urn,
    statement,
    is_dont_know::integer as numerator,
    1 as denominator,
    null as invited,
    respondent as person_id,
    true as is_respondent,
from marts.survey_answers
union all by name
select
    academic_year as time_period,
    school_urn,
    0 as numerator,
    0 as denominator,
    invited,
from marts.survey_invitations
