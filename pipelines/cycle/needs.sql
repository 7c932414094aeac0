-- One row per need of the whole organisation or of a group, found up to today. Of one person's need there is no title, and a group in
-- which fewer than the threshold work is as good as one person. A group that has nobody on record, such as governors, is not small.
with groups as (
    select
        posts.school_urn,
        posts.staff_group,
        count(distinct posts.person_id) as people,
    from marts.posts
    cross join marts.calendar
    where posts.starts_on <= calendar.today
        and posts.ends_on >= calendar.today
    group by grouping sets ((posts.school_urn, posts.staff_group), (posts.staff_group))
)

select
    needs.need_id as id,
    coalesce(needs.school_urn, calendar.only_school_urn) as school_urn,
    needs.title,
    needs.level,
    needs.source,
    to_json(needs.domains)::varchar as domains,
    needs.staff_group_key as staff_group,
    priorities.priority_id,
    programmes.programme_id,
    needs.state,
    academic_year(needs.identified_on)::integer as time_period,
    needs.identified_on::varchar as identified_on,
    coalesce(groups.people, settings.threshold_leaving) >= settings.threshold_leaving as may_leave,
from stg.needs
cross join marts.calendar
cross join marts.settings
left join stg.priorities
    on priorities.priority_id = needs.priority_id
    and priorities.title is not null
left join marts.programmes
    on programmes.programme_id = needs.programme_id
    and not programmes.is_restricted
left join marts.staff_groups
    on staff_groups.staff_group_key = needs.staff_group_key
left join groups
    on groups.staff_group = coalesce(staff_groups.staff_group, replace(needs.staff_group_key, '_', ' '))
    and groups.school_urn is not distinct from needs.school_urn
where needs.title is not null
    and needs.identified_on <= calendar.today
    and coalesce(groups.people, settings.threshold_signed_in) >= settings.threshold_signed_in
order by needs.identified_on desc, needs.title, needs.need_id
