-- One row per answer to the follow-up's question on use, in the year of the activity: what each participant cost, and whether this one uses it; and one
-- for each person in the sample, which counts nobody but says how many were asked and how many people the answers are of.
-- Answers on another scale are left out.
select
    evaluations.academic_year as time_period,
    followed_up_costs.amount / followed_up_costs.people as numerator,
    (evaluations.use_in_role in ('in_use', 'embedded'))::integer as denominator,
    1 as trials,
    null as invited,
from marts.evaluations
inner join marts.followed_up_costs
    on followed_up_costs.academic_year = evaluations.academic_year
where evaluations.wave = 'follow_up'
    and evaluations.scale_id = 'use_4'
    and evaluations.use_in_role in ('not_yet', 'tried', 'in_use', 'embedded')
    and followed_up_costs.amount > 0
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
    and academic_year in (select academic_year from marts.followed_up_costs where amount > 0)
