-- One row per activity. An activity that nobody marked as restricted is not; one without an end ended the day it began.
-- The name of a restricted activity, and what was written about it, end here.
select
    id as activity_id,
    case when not coalesce(is_restricted, false) then trim(title) end as title,
    programme_id,
    priority_id,
    provider_id,
    nullif(trim(school_urn), '') as school_urn,
    starts_on,
    coalesce(ends_on, starts_on) as ends_on,
    approach,
    strand,
    sourcing_wave,
    hours,
    decision,
    decided_on,
    coalesce(criteria_met, []) as criteria_met,
    coalesce(budget_check, 'not_checked') as budget_check,
    time_type,
    evaluation_wave,
    followup_wave,
    followup_drawn_on,
    report_sent_on,
    report_final_on,
    case when not coalesce(is_restricted, false) then nullif(trim(further_training), '') end as further_training,
    coalesce(is_restricted, false) as is_restricted,
from raw.activities
where status = 'active'
