-- One row per academic year: what the activities cost in all whose follow-up is over, staff time included, and how many took part in them.
-- A programme's own costs are those of its activities where any of them was followed up.
with followed_up as (
    select activities.activity_number, activities.activity_id, activities.academic_year, activities.programme_number
    from marts.activities
    where activities.is_followup_closed
        and activities.activity_number in (select activity_number from marts.participations where is_sampled)
),

spent as (
    select followed_up.academic_year, costs.amount
    from marts.costs
    inner join followed_up
        on followed_up.activity_id = costs.activity_id
    union all
    select costs.academic_year, costs.amount
    from marts.costs
    inner join marts.programmes
        on programmes.programme_id = costs.programme_id
    where costs.activity_id is null
        and (costs.academic_year, programmes.programme_number) in (
            select (followed_up.academic_year, followed_up.programme_number) from followed_up
        )
),

taken_part as (
    select followed_up.academic_year, count(*) as people
    from marts.participations
    inner join followed_up
        on followed_up.activity_number = participations.activity_number
    where participations.is_completed or participations.hours > 0
    group by followed_up.academic_year
)

select
    taken_part.academic_year,
    sum(spent.amount)::double as amount,
    any_value(taken_part.people)::integer as people,
from taken_part
inner join spent
    on spent.academic_year = taken_part.academic_year
group by taken_part.academic_year
