-- One row per school and academic year that it ended in the trust. A school whose joining date is not known was always in it.
select
    schools.school_urn,
    academic_year_of(years.first_calendar_year)::integer as academic_year,
from marts.schools
cross join marts.settings
cross join (select unnest(range(1990, 2100)) as first_calendar_year) as years
where years.first_calendar_year <= year(settings.today)
    and (schools.trust_joined_on is null or schools.trust_joined_on <= last_day_of(academic_year_of(years.first_calendar_year)))
    and (schools.trust_left_on is null or schools.trust_left_on > last_day_of(academic_year_of(years.first_calendar_year)))
    and (schools.closed_on is null or schools.closed_on > census_day(academic_year_of(years.first_calendar_year)))
