-- One row per thing that is passed on, or per agreement that nothing is to be.
select
    id as sharing_id,
    activity_id,
    programme_id,
    nullif(trim(school_urn), '') as school_urn,
    route,
    nullif(trim(audience_group), '') as staff_group_key,
    agreed_on,
    due_on,
    done_on,
    coalesce(is_in_library, true) as is_in_library,
from raw.sharing
where status = 'active'
