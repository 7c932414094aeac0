-- One row per published number, in its latest edition: final before revised before provisional, then the later retrieved.
-- A school's numbers are kept for the schools of the organisation; `is_in_trust` says whether it was in the trust at the end of that year.
select
    outcomes.* replace (schools.school_urn as school_urn),
    school_years.school_urn is not null as is_in_trust,
from stg.outcomes
left join marts.schools
    on schools.school_urn = outcomes.school_urn
left join marts.school_years
    on school_years.school_urn = outcomes.school_urn
    and school_years.academic_year = outcomes.time_period
where outcomes.geographic_level != 'school' or schools.school_urn is not null
qualify row_number() over (
        partition by
            outcomes.geographic_level,
            coalesce(outcomes.school_urn, outcomes.geography_code, outcomes.geography_name),
            outcomes.outcome_code,
            outcomes.time_period,
            outcomes.breakdown,
            outcomes.category
        order by
            case outcomes.release_status when 'final' then 1 when 'revised' then 2 else 3 end,
            outcomes.retrieved_on desc nulls last,
            outcomes.outcome_id
    ) = 1
