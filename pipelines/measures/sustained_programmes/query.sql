-- One row per completed activity and person with its hours, in the academic year in which they completed it. Activities without hours count for
-- nothing. Everybody here took part, so that disclosure control can count people where the figures count hours.
-- Without the school, whose hours would give away those of the few who were not in post on its census day.
select
    completions.academic_year as time_period,
    completions.staff_group,
    case when provided_activities.is_sustained then completions.hours else 0 end as numerator,
    completions.hours as denominator,
    completions.person_id,
    true as is_respondent,
from marts.completions
inner join marts.provided_activities
    on provided_activities.activity_number = completions.activity_number
where completions.hours > 0
