-- One row per school, academic year and published number, with the pupils or posts that it weighs by.
-- A number that was published without them cannot be weighed and is not available; one that was suppressed or missing keeps its status.
-- A year of which a school has no result at all between two that it has, or has other results of the same key stage but not this one, gets
-- a row that says so: nobody published one.
-- `same_schools` names the schools that were in the trust, and have a figure, in every year in which any school has one: one that joined on
-- the way was not the trust's in the years before, whatever its figures were.
with published as (
    select
        outcomes.school_urn,
        outcomes.outcome_code,
        outcomes.time_period,
        outcomes.category,
        outcomes.value is not null and coalesce(outcomes.population, 0) <= 0 as is_without_weight,
        case when not is_without_weight then outcomes.value end as value,
        case when not is_without_weight and outcomes.value is not null then outcomes.population end as population,
        case when not is_without_weight then (outcomes.upper - outcomes.lower) / 2 end as half_width,
        case when is_without_weight then '[x]' else outcomes.status end as status,
        outcomes.is_in_trust,
    from marts.outcomes
    where outcomes.geographic_level = 'school'
        and outcomes.breakdown = 'total'
),

-- Key stages alone: the workforce's numbers are published at different times of the year.
spans as (
    select
        school_urn,
        outcome_code,
        min(time_period) as first_time_period,
        max(max(time_period)) over (partition by school_urn, split_part(outcome_code, '_', 1)) as last_time_period,
    from published
    where split_part(outcome_code, '_', 1) in ('ks2', 'ks4')
    group by school_urn, outcome_code
),

absent as (
    select
        spans.school_urn,
        spans.outcome_code,
        academic_year_of(years.first_calendar_year)::integer as time_period,
    from spans
    cross join (select unnest(range(1990, 2100)) as first_calendar_year) as years
    where academic_year_of(years.first_calendar_year) between spans.first_time_period and spans.last_time_period
),

complete as (
    select school_urn, outcome_code
    from published
    where value is not null and is_in_trust
    group by school_urn, outcome_code
    having count(distinct time_period) = (
        select count(distinct years.time_period)
        from published as years
        where years.outcome_code = published.outcome_code and years.value is not null
    )
)

select
    published.* exclude (is_without_weight),
    case when complete.school_urn is not null then 'Schools with a figure every year' end as same_schools,
from published
left join complete
    on complete.school_urn = published.school_urn
    and complete.outcome_code = published.outcome_code
union all by name
select
    absent.school_urn,
    absent.outcome_code,
    absent.time_period,
    'Total' as category,
    '[x]' as status,
    school_years.school_urn is not null as is_in_trust,
from absent
left join marts.school_years
    on school_years.school_urn = absent.school_urn
    and school_years.academic_year = absent.time_period
where not exists (
        from published
        where published.school_urn = absent.school_urn
            and published.outcome_code = absent.outcome_code
            and published.time_period = absent.time_period
    )
