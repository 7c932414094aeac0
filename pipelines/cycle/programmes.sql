-- One row per programme without a restricted activity.
with spans as (
    select
        activities.programme_id,
        count(*) >= 2 and max(activities.ends_on) - min(activities.starts_on) >= 90 as is_sustained,
    from stg.activities
    where activities.programme_id is not null
        and coalesce(activities.decision, 'approved') != 'declined'
    group by activities.programme_id
)

select
    programmes.programme_id as id,
    coalesce(programmes.school_urn, calendar.only_school_urn) as school_urn,
    programmes.title,
    priorities.priority_id,
    programmes.state,
    programmes.starts_on::varchar as starts_on,
    programmes.ends_on::varchar as ends_on,
    programmes.intended_outcome,
    programmes.indicator,
    programmes.baseline,
    programmes.outcome_short,
    programmes.outcome_medium,
    programmes.outcome_long,
    programmes.sustain_plan,
    spans.is_sustained,
    programmes.decision,
    programmes.decided_on::varchar as decided_on,
    programmes.decision_reason,
from stg.programmes
cross join marts.calendar
inner join marts.programmes as named
    on named.programme_id = programmes.programme_id
    and not named.is_restricted
left join stg.priorities
    on priorities.priority_id = programmes.priority_id
    and priorities.title is not null
left join spans
    on spans.programme_id = programmes.programme_id
order by programmes.title, programmes.programme_id
