-- One row per statement and person who took a side; one per answer of "don't know", which counts in the spread of answers alone; and one per school,
-- which counts nobody but says how many were asked.
-- Whoever gave an answer is known by a number of this run alone, so that their answers count as one person's.
with answered as (
    select
        academic_year as time_period,
        school_urn,
        respondent,
        area,
        statement,
        step,
        is_dont_know,
        case
            when is_dont_know then 'Don''t know'
            when step = 1 then '1 Strongly disagree'
            when step = 2 then '2 Disagree'
            when step = 3 then '3 Agree'
            when step = 4 then '4 Strongly agree'
        end as answer,
    from marts.survey_answers
)

select
    time_period,
    school_urn,
    area,
    statement,
    answer,
    (step >= 3)::integer as numerator,
    1 as denominator,
    true as is_in_total,
    null as invited,
    respondent as person_id,
    true as is_respondent,
from answered
where not is_dont_know
union all by name
select
    time_period,
    answer,
    0 as numerator,
    1 as denominator,
    false as is_in_total,
from answered
where is_dont_know
union all by name
select
    academic_year as time_period,
    school_urn,
    0 as numerator,
    0 as denominator,
    true as is_in_total,
    invited,
from marts.survey_invitations
