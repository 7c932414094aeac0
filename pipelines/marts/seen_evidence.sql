-- One row per piece of evidence on learning and use that somebody other than the participants gave, such as an observation, in the academic
-- year in which it was seen; without a school it is the trust's. Gap tasks are about one person each and are left out, and so is what is
-- about a restricted activity.
select
    evidence.evidence_id,
    academic_year(evidence.observed_on)::integer as academic_year,
    schools.school_urn,
    evidence.finding,
from stg.evidence
cross join marts.settings
cross join marts.calendar
left join stg.activities
    on activities.activity_id = evidence.activity_id
left join marts.schools
    on schools.school_urn = coalesce(evidence.school_urn, calendar.only_school_urn)
where evidence.level = 'learning'
    and evidence.claim_grade >= 2
    and evidence.finding is not null
    and evidence.type not in ('gap_task', 'quality_mark', 'self_check')
    and evidence.observed_on <= settings.today
    and not coalesce(activities.is_restricted, false)
