-- One row per answer to the question, for the total; and one for each answer and barrier there is, whether or not it was named.
-- For the trust alone, and one for each person in the sample, who counts nobody but says how many people the answers are of.
with answered as (
    select
        answer_number,
        academic_year,
        list(barrier) as barriers,
    from marts.barriers
    where wave = 'follow_up'
    group by answer_number, academic_year
)

select
    academic_year as time_period,
    null as barrier,
    (list_filter(barriers, lambda barrier: barrier != 'none') != [])::integer as numerator,
    1 as denominator,
    true as is_in_total,
    null as invited,
from answered
union all by name
select
    answered.academic_year as time_period,
    kinds.label as barrier,
    list_contains(answered.barriers, kinds.barrier)::integer as numerator,
    1 as denominator,
    false as is_in_total,
from answered
cross join (
    values
        ('time', 'Time'), ('resources', 'Resources'), ('support', 'Support'), ('relevance', 'Relevance'), ('confidence', 'Confidence')
) as kinds (barrier, label)
union all by name
select
    academic_year as time_period,
    0 as numerator,
    0 as denominator,
    invited,
    person_id,
    is_respondent,
from marts.invitations
where wave = 'follow_up'
