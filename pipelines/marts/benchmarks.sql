-- One row per published figure to compare with: the country's, those of the schools' local authorities, and the trust's own.
-- A figure that does not say where it is from is left out; so are those of single phases or groups.
select
    outcomes.outcome_code,
    outcomes.time_period,
    case outcomes.geographic_level when 'trust' then 'published_trust' else outcomes.geographic_level end as geography,
    coalesce(outcomes.geography_name, case outcomes.geographic_level when 'national' then 'England' else outcomes.geography_code end)
        as geography_name,
    outcomes.value,
    outcomes.status,
    case
        when outcomes.population is null then 'Number not stated'
        when outcomes.outcome_code like 'workforce%' then format('{:,}', round(outcomes.population)::bigint) || ' posts'
        else format('{:,}', round(outcomes.population)::bigint) || ' pupils'
    end as population,
    outcomes.release_status,
    outcomes.publisher,
    outcomes.source_title,
    outcomes.source_url,
    outcomes.licence,
    outcomes.retrieved_on::varchar as retrieved_on,
from marts.outcomes
cross join marts.settings
where outcomes.breakdown = 'total'
    and outcomes.publisher is not null
    and outcomes.source_title is not null
    and outcomes.licence is not null
    and outcomes.retrieved_on is not null
    and case outcomes.geographic_level
        when 'national' then true
        when 'local_authority' then outcomes.geography_code in (select local_authority_code from marts.schools)
        when 'trust' then outcomes.geography_code = settings.trust_uid
        else false
    end
