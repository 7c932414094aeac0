-- One row: the windows that today stands in, first and last day each. Terms and half terms are the same every year, because the record
-- holds no school's own: autumn is September to December, spring January to April, summer May to August, and half terms are two months.
-- An organisation of one school has one place, its school: `only_school_urn` is that school's, and empty for a trust of several.
with today as (
    select
        settings.today,
        academic_year(settings.today)::integer as academic_year,
        date_trunc('month', settings.today)::date as month_starts_on,
        -- September is month 0 of the academic year.
        (month(settings.today) + 3) % 12 as month_of_year,
    from marts.settings
),

running as (
    select schools.school_urn
    from marts.schools
    cross join marts.settings
    where coalesce(schools.closed_on, date '9999-12-31') > settings.today
        and coalesce(schools.trust_left_on, date '9999-12-31') > settings.today
        and coalesce(schools.trust_joined_on, settings.today) <= settings.today
)

select
    today.today,
    today.academic_year,
    academic_year(today.today - interval 1 year)::integer as last_academic_year,
    next_academic_year(today.academic_year)::integer as next_academic_year,
    make_date(today.academic_year // 100, 9, 1) as year_starts_on,
    last_day_of(today.academic_year) as year_ends_on,
    (today.month_starts_on - to_months(today.month_of_year % 4))::date as term_starts_on,
    (today.month_starts_on - to_months(today.month_of_year % 4) + interval 4 months - interval 1 day)::date as term_ends_on,
    (today.month_starts_on - to_months(today.month_of_year % 2))::date as half_term_starts_on,
    (today.month_starts_on - to_months(today.month_of_year % 2) + interval 2 months - interval 1 day)::date as half_term_ends_on,
    (select case when count(*) = 1 then any_value(running.school_urn) end from running) as only_school_urn,
from today
