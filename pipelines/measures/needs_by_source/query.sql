-- One row per need, in the year in which it was found; without a school it is the whole organisation's, or one person's.
select
    academic_year as time_period,
    school_urn,
    case source
        when 'self_evaluation' then 'Self-evaluation'
        when 'audit' then 'National or local audit'
        when 'monitoring' then 'Monitoring'
        when 'leader_review' then 'Review by a specialist leader'
        when 'appraisal' then 'Appraisal, in sum'
        when 'individual_request' then 'Individual request or self-audit'
        when 'data_analysis' then 'Analysis of data'
        when 'stakeholder_feedback' then 'Feedback of staff, parents, pupils or governors'
        when 'qa_visit' then 'Quality assurance visit'
        when 'targeted_survey' then 'Targeted survey'
        when 'review_360' then '360° review'
        when 'external_audit' then 'External audit or inspection'
        when 'development_plan' then 'Development plan, vision or national priority'
        when 'team_discussion' then 'Team discussion'
        else 'Not stated'
    end as source,
    coalesce(is_told, false)::integer as numerator,
    1 as denominator,
from marts.needs_found
