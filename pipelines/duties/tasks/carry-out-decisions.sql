-- Carry out what a meeting decided
-- how: Do it, and set the day on which it was done beside the decision.
-- asked: R-I1, R-G14 (M, P, C, B, H): what was decided is acted on.
-- One row per paper with decisions that are due within 90 days and not done; due when the first of them is.
with decided as (
    select
        editions.edition_id,
        editions.title,
        editions.school_urn,
        unnest(editions.decisions) as decision,
    from stg.editions
)

select
    places.school_urn,
    places.owner_role,
    min(decided.decision.due_on) as due_on,
    decided.title as subject,
    case count(*) when 1 then 'One decision is' else count(*) || ' decisions are' end || ' not done yet.' as detail,
    'editions' as collection,
    decided.edition_id as record_id,
from decided
cross join marts.calendar
inner join marts.places
    on places.school_urn is not distinct from coalesce(decided.school_urn, calendar.only_school_urn)
where decided.decision.done_on is null
    and decided.decision.due_on <= calendar.today + 90
group by places.school_urn, places.owner_role, decided.edition_id, decided.title
