-- Decide on a proposed activity
-- how: Check it against the criteria and the budget, and record the decision; an exception or a refusal needs its reason.
-- asked: R-E1, R-E2, R-E6, R-D11 (M, P, C, B, H): provision is judged by the criteria, with a budget check and a reason for the decision.
-- One row per activity of this year or later that is proposed, or that is still ahead and passed a gate without all criteria.
select
    coalesce(activities.school_urn, calendar.only_school_urn) as school_urn,
    places.owner_role,
    activities.starts_on as due_on,
    activities.title as subject,
    case
        when activities.decision != 'proposed'
            then 'It is approved, with ' || len(activities.criteria_met) || ' of ' || len(policy.criteria) || ' criteria met: it would be an exception, with its reason.'
        else 'It is proposed'
            -- Where criteria make up a score, it says what the proposal has of what there is to reach.
            || case
                when policy.criteria_mode = 'score'
                    then ', with '
                        || coalesce(list_sum([
                            coalesce(criterion.weight, 1) for criterion in policy.criteria
                            if list_contains(activities.criteria_met, criterion.key)
                        ]), 0)
                        || ' of ' || list_sum([coalesce(criterion.weight, 1) for criterion in policy.criteria]) || ' points'
                else ''
            end
            || case activities.budget_check
                when 'not_checked' then '; the budget has not been checked.'
                when 'over' then ', and over the budget.'
                else '.'
            end
    end as detail,
    'activities' as collection,
    activities.activity_id as record_id,
from stg.activities
cross join marts.calendar
cross join stg.policy
inner join marts.places
    on places.school_urn is not distinct from coalesce(activities.school_urn, calendar.only_school_urn)
where not activities.is_restricted
    and (
        (activities.decision = 'proposed' and activities.starts_on >= calendar.year_starts_on)
        or (
            activities.decision = 'approved'
            and policy.criteria_mode = 'gate'
            and activities.starts_on >= calendar.today
            and len(activities.criteria_met) < len(policy.criteria)
        )
    )
