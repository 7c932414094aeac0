-- Academic years are numbers: 202526 runs from 1 September 2025 to 31 August 2026.
create or replace macro academic_year(day) as
    case
        when month(day) >= 9 then year(day) * 100 + (year(day) + 1) % 100
        else (year(day) - 1) * 100 + year(day) % 100
    end;

create or replace macro academic_year_of(first_calendar_year) as
    first_calendar_year * 100 + (first_calendar_year + 1) % 100;

create or replace macro next_academic_year(academic_year) as
    academic_year_of(academic_year // 100 + 1);

create or replace macro last_day_of(academic_year) as
    make_date(academic_year // 100 + 1, 8, 31);

-- The day on which the school workforce census counts staff, to the nearest day that is the same every year.
create or replace macro census_day(academic_year) as
    make_date(academic_year // 100, 11, 1);

-- As readers see them: 2026/27, and 20 November 2026.
create or replace macro shown_year(academic_year) as
    (academic_year // 100)::varchar || '/' || lpad((academic_year % 100)::varchar, 2, '0');

create or replace macro shown_day(day) as
    strftime(day, '%-d %B %Y');
