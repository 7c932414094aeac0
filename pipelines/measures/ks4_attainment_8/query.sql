-- One row per school and academic year with a published average, weighted by its pupils; one more for the trust's same schools.
-- A published average that is suppressed or missing keeps its status and counts for nothing in the trust's total.
-- An average without a number of pupils cannot be weighted and is not available.
with published as (
    select
        outcomes.school_urn,
        outcomes.time_period,
        case when outcomes.population > 0 then outcomes.value * outcomes.population end as numerator,
        case when outcomes.value is not null and outcomes.population > 0 then outcomes.population end as denominator,
        case
            when outcomes.value is not null and coalesce(outcomes.population, 0) <= 0 then '[x]'
            when outcomes.value is not null and outcomes.time_period in (202122, 202223) then '[b]'
            else outcomes.status
        end as status,
        outcomes.is_in_trust,
    from marts.outcomes
    where outcomes.outcome_code = 'ks4_attainment_8'
        and outcomes.geographic_level = 'school'
        and outcomes.breakdown = 'total'
),

-- No school's results were published for these years: schools with figures on both sides of them get a row that says so.
cancelled as (
    select published.school_urn, years.time_period
    from published
    cross join (values (201920), (202021)) as years (time_period)
    group by published.school_urn, years.time_period
    having min(published.time_period) < years.time_period
        and max(published.time_period) > years.time_period
        and not bool_or(published.time_period = years.time_period)
),

-- A school that joined on the way was not the trust's in the years before, whatever its figures were.
same_schools as (
    select school_urn
    from published
    where numerator is not null and is_in_trust
    group by school_urn
    having count(distinct time_period) = (select count(distinct time_period) from published where numerator is not null)
)

select
    school_urn,
    time_period,
    null as same_schools,
    numerator,
    denominator,
    status,
    is_in_trust as is_in_total,
from published
union all by name
select
    school_urn,
    time_period,
    '[x]' as status,
from cancelled
union all by name
select
    published.time_period,
    'Schools with a figure every year' as same_schools,
    published.numerator,
    published.denominator,
    published.status,
    false as is_in_total,
from published
inner join same_schools
    on same_schools.school_urn = published.school_urn
