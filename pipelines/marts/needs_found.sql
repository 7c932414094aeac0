-- One row per need found up to today, in the academic year in which it was found; without a school it is the trust's. A need of one
-- person counts for the trust alone. `is_told`: people named it themselves, rather than that somebody reviewed or inspected them.
select
    needs.need_id,
    academic_year(needs.identified_on)::integer as academic_year,
    schools.school_urn,
    needs.source,
    needs.source in (
        'appraisal', 'individual_request', 'review_360', 'stakeholder_feedback', 'targeted_survey', 'team_discussion'
    ) as is_told,
from stg.needs
cross join marts.settings
cross join marts.calendar
left join marts.schools
    on schools.school_urn = coalesce(needs.school_urn, calendar.only_school_urn)
    and needs.level is distinct from 'individual'
where needs.identified_on <= settings.today
