-- One row per set of answers with both confidence questions; and one for each person invited, which counts
-- nobody but says how many were asked and how many people the answers are of.
select
    academic_year as time_period,
    school_urn,
    confidence_now - confidence_before as numerator,
    1 as denominator,
    null as invited,
from marts.evaluations
where wave = 'end_of_session'
    and scale_id = 'agree_5'
    and confidence_before between 1 and 5
    and confidence_now between 1 and 5
union all by name
select
    academic_year as time_period,
    school_urn,
    0 as numerator,
    0 as denominator,
    invited,
    person_id,
    is_respondent,
from marts.invitations
where wave = 'end_of_session'
