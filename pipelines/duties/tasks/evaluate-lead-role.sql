-- Evaluate the role of the {lead_role_term}
-- how: Somebody other than whoever holds the role writes the evaluation in the yearly report or in last year's plan.
-- asked: R-B3 (M, P, C): the yearly report holds an evaluation of the role itself, which its holder does not write.
-- One row for the organisation while neither last year's report nor its plan holds one. Due by the end of the autumn term.
select
    places.school_urn,
    case when places.school_urn is null then 'trust_executive' else 'governor' end as owner_role,
    make_date(calendar.academic_year // 100, 12, 31) as due_on,
    'The role in ' || shown_year(calendar.last_academic_year) as subject,
    'editions' as collection,
from marts.places
cross join marts.calendar
cross join stg.policy
anti join stg.editions
    on editions.time_period = calendar.last_academic_year
    and editions.has_lead_role_evaluation
    and (editions.school_urn is null or editions.school_urn = calendar.only_school_urn)
anti join stg.plans
    on plans.time_period = calendar.last_academic_year
    and plans.has_lead_role_evaluation
    and (plans.school_urn is null or plans.school_urn = calendar.only_school_urn)
where policy.profile in ('M', 'P', 'C')
    and (places.school_urn is null or places.school_urn = calendar.only_school_urn)
