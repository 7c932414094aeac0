-- One row per school and academic year: the published average, weighted by the school's full-time equivalent teachers.
-- One that is suppressed or missing keeps its status; one of a school without a number of teachers is not available.
with averages as (
    select outcomes.school_urn, outcomes.time_period, outcomes.value, outcomes.status, outcomes.is_in_trust
    from marts.outcomes
    where outcomes.outcome_code = 'workforce_mean_salary'
        and outcomes.geographic_level = 'school'
        and outcomes.breakdown = 'total'
),

teachers as (
    select outcomes.school_urn, outcomes.time_period, outcomes.value as teachers_fte
    from marts.outcomes
    where outcomes.outcome_code = 'workforce_teachers_fte'
        and outcomes.geographic_level = 'school'
        and outcomes.breakdown = 'total'
        and outcomes.value > 0
)

select
    averages.time_period,
    averages.school_urn,
    averages.value * teachers.teachers_fte as numerator,
    case when averages.value is not null then teachers.teachers_fte end as denominator,
    case when averages.value is not null and teachers.teachers_fte is null then '[x]' else averages.status end as status,
    averages.is_in_trust as is_in_total,
from averages
left join teachers
    on teachers.school_urn = averages.school_urn
    and teachers.time_period = averages.time_period
