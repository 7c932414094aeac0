-- One row, or none while the organisation has not chosen its policy.
select
    profile,
    trim(organisation_name) as organisation_name,
    nullif(trim(trust_uid), '') as trust_uid,
    trim(organisation_term) as organisation_term,
    trim(school_term) as school_term,
    trim(board_term) as board_term,
    nullif(trim(local_board_term), '') as local_board_term,
    trim(lead_role_term) as lead_role_term,
    levels,
    measures,
    staff_groups,
    followup_min_months,
    wave_closes_after_days,
    threshold_signed_in,
    threshold_leaving,
from raw.policy
