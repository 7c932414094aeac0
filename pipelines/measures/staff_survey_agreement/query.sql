-- One row per statement and person who took a side; and one per school, which counts nobody but says how many were asked.
-- Whoever gave an answer is known by a number of this run alone, so that their answers count as one person's.
select
    academic_year as time_period,
    school_urn,
    area,
    statement,
    (step >= 3)::integer as numerator,
    1 as denominator,
    null as invited,
    respondent as person_id,
    true as is_respondent,
from marts.survey_answers
where not is_dont_know
union all by name
select
    academic_year as time_period,
    school_urn,
    0 as numerator,
    0 as denominator,
    invited,
from marts.survey_invitations
