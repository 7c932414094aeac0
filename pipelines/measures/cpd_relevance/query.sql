-- One row per set of answers to the question on relevance, on the scale from 1 to 5; and one for each person invited, which counts nobody but says
-- how many were asked and how many people the answers are of. Answers on another scale are left out, as they do not mix.
select
    academic_year as time_period,
    school_urn,
    case relevance
        when 1 then '1 Strongly disagree'
        when 2 then '2 Disagree'
        when 3 then '3 Neither'
        when 4 then '4 Agree'
        when 5 then '5 Strongly agree'
    end as answer,
    (relevance >= 4)::integer as numerator,
    1 as denominator,
    null as invited,
from marts.evaluations
where wave = 'end_of_session'
    and scale_id = 'agree_5'
    and relevance between 1 and 5
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
