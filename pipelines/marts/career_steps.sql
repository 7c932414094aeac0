-- One row per person in post on a census day and still in the organisation on the next, in the school of the first day, with whether they
-- then stood on a higher rung of the policy's ladder, or had come from the support staff's ladder to the teachers'. Empty where the policy has
-- no such rung for one of the two posts; `has_ladder` says whether it has a ladder at all.
with rungs as (
    select
        ladder[position].key as rung,
        ladder[position].strand as strand,
        position,
    from (
        select policy.ladder, unnest(range(1, len(policy.ladder) + 1)) as position
        from stg.policy
    )
),

stayed as (
    select
        staff_years.person_id,
        staff_years.academic_year,
        staff_years.school_urn,
        first_posts.rung,
        next_posts.rung as next_rung,
    from marts.staff_years
    inner join marts.main_posts as first_posts
        on first_posts.person_id = staff_years.person_id
        and staff_years.census_on between first_posts.from_on and first_posts.to_on
    inner join marts.main_posts as next_posts
        on next_posts.person_id = staff_years.person_id
        and census_day(next_academic_year(staff_years.academic_year)) between next_posts.from_on and next_posts.to_on
        and not next_posts.is_audience
    where staff_years.is_in_trust_a_year_later
)

select
    stayed.person_id,
    stayed.academic_year,
    stayed.school_urn,
    (rungs.strand = next_rungs.strand and next_rungs.position > rungs.position)
        or (rungs.strand = 'support' and next_rungs.strand = 'teaching') as is_on_higher_rung,
    exists (from rungs) as has_ladder,
from stayed
left join rungs
    on rungs.rung = stayed.rung
left join rungs as next_rungs
    on next_rungs.rung = stayed.next_rung
