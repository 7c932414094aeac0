-- One row per set of answers to the question on quality: 1 for, −1 against, 0 between; and one for each person invited, which counts nobody
-- but says how many were asked and how many people the answers are of. Answers on another scale are left out, as they do not mix.
select
    academic_year as time_period,
    school_urn,
    case when quality >= 4 then 1 when quality <= 2 then -1 else 0 end as numerator,
    1 as denominator,
    null as invited,
from marts.evaluations
where wave = 'end_of_session'
    and scale_id = 'agree_5'
    and quality between 1 and 5
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
