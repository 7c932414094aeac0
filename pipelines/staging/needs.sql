-- One row per need of the trust, a school, a team or a role. One that does not say when it was found was found when it was written down.
-- The words of one person's need end here.
select
    id as need_id,
    case when coalesce(level, 'individual') != 'individual' then nullif(trim(title), '') end as title,
    coalesce(domain, []) as domains,
    source,
    level,
    nullif(trim(school_urn), '') as school_urn,
    nullif(trim(staff_group), '') as staff_group_key,
    priority_id,
    programme_id,
    coalesce(identified_on, date_created::date) as identified_on,
    coalesce(state, 'agreed') as state,
from raw.needs
where status = 'active'
