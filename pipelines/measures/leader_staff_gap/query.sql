-- One row per statement and person who took a side, for the trust; somebody whose staff group is not said is in neither category.
select
    academic_year as time_period,
    position,
    (step >= 3)::integer as numerator,
    1 as denominator,
    respondent as person_id,
    true as is_respondent,
from marts.survey_answers
where not is_dont_know
