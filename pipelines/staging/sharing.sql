-- One row per thing that is passed on, or per agreement that nothing is to be. The words of what is not in the library end here.
select
    id as sharing_id,
    activity_id,
    programme_id,
    nullif(trim(school_urn), '') as school_urn,
    case when coalesce(is_in_library, true) then nullif(trim(title), '') end as title,
    case when coalesce(is_in_library, true) then nullif(trim(audience), '') end as audience,
    case when coalesce(is_in_library, true) then nullif(trim(what_worked), '') end as what_worked,
    case when coalesce(is_in_library, true) then nullif(trim(what_did_not), '') end as what_did_not,
    -- Nothing but a web address may become a link.
    case when coalesce(is_in_library, true) and regexp_matches(link, '^https?://') then trim(link) end as link,
    route,
    nullif(trim(audience_group), '') as staff_group_key,
    agreed_on,
    due_on,
    done_on,
    coalesce(is_in_library, true) as is_in_library,
from raw.sharing
where status = 'active'
