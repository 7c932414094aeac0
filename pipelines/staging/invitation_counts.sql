-- One row per activity (or staff survey), wave, school, state and days: how many people's invitations, and never whose.
select
    activity_id,
    wave,
    nullif(trim(school_urn), '') as school_urn,
    nullif(trim(survey_period), '') as survey_period,
    state,
    opens_on,
    closes_on,
    rows::integer as invitations,
from raw.invitation_counts
