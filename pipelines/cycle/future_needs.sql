-- One row per plan that is no draft, or paper that has gone out, which says what is needed next.
select
    coalesce(said.school_urn, calendar.only_school_urn) as school_urn,
    said."from",
    said.title,
    said.time_period,
    said.words,
from (
    select school_urn, 'plan' as "from", title, time_period, future_needs as words
    from stg.plans
    where state != 'draft'
    union all
    select school_urn, 'paper' as "from", title, time_period, future_needs as words
    from stg.editions
    where state != 'draft'
) as said
cross join marts.calendar
where said.words is not null
order by said.time_period desc, said."from", said.title, said.school_urn, said.words
