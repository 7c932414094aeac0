-- One row per published number, of a school, a trust, a local authority or the country.
-- A status such as `c` becomes the hub's own `[c]`; what has neither a status nor a value is not available.
select
    id as outcome_id,
    geographic_level,
    nullif(trim(school_urn), '') as school_urn,
    nullif(trim(geography_code), '') as geography_code,
    nullif(trim(geography_name), '') as geography_name,
    trim(measure_code) as outcome_code,
    time_period,
    lower(coalesce(nullif(trim(breakdown), ''), 'total')) as breakdown,
    coalesce(nullif(trim(category), ''), 'Total') as category,
    case when coalesce(status_code, '') in ('', 'low', 'b') then value end as value,
    case when coalesce(status_code, '') in ('', 'low', 'b') then lower end as lower,
    case when coalesce(status_code, '') in ('', 'low', 'b') then upper end as upper,
    population,
    case
        when coalesce(status_code, '') != '' then '[' || status_code || ']'
        when value is null then '[x]'
        else ''
    end as status,
    coalesce(release_status, 'final') as release_status,
    source_title,
    source_url,
    publisher,
    licence,
    retrieved_on,
from raw.outcomes
where status = 'active'
