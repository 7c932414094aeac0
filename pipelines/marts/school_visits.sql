-- One row per school and academic year in the trust, with how many quality assurance visits it had; from the year of the first on record.
with visits as (
    select
        school_urn,
        academic_year(observed_on)::integer as academic_year,
        count(*)::integer as visits,
    from stg.evidence
    cross join marts.settings
    where type = 'qa_visit'
        and school_urn is not null
        and observed_on <= settings.today
    group by 1, 2
)

select
    school_years.school_urn,
    school_years.academic_year,
    coalesce(visits.visits, 0) as visits,
from marts.school_years
left join visits
    on visits.school_urn = school_years.school_urn
    and visits.academic_year = school_years.academic_year
where school_years.academic_year >= (select min(visits.academic_year) from visits)
