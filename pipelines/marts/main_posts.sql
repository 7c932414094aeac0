-- One row per person and stretch of days on which the same posts were held, with the one that counts.
-- Someone in two schools at once counts once, where they work most; between equal posts the one held longer counts.
-- Who works in one school and is a governor of another counts where they work.
with boundaries as (
    select posts.person_id, posts.starts_on as from_on
    from marts.posts
    union
    select posts.person_id, posts.ends_on + 1 as from_on
    from marts.posts
    where posts.ends_on < date '9999-12-31'
),

stretches as (
    select
        person_id,
        from_on,
        coalesce(lead(from_on) over (partition by person_id order by from_on) - 1, date '9999-12-31')::date as to_on,
    from boundaries
)

select
    row_number() over (order by stretches.person_id, stretches.from_on)::integer as main_post_id,
    stretches.person_id,
    stretches.from_on,
    stretches.to_on,
    posts.school_urn,
    posts.staff_group,
    posts.is_teacher,
    posts.is_audience,
    posts.contract,
    posts.fte,
    posts.rung,
from stretches
inner join marts.posts
    on posts.person_id = stretches.person_id
    and posts.starts_on <= stretches.from_on
    and posts.ends_on >= stretches.from_on
qualify row_number() over (
        partition by stretches.person_id, stretches.from_on
        order by posts.is_audience, posts.fte desc, posts.starts_on, posts.post_id
    ) = 1
