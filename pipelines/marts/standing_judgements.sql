-- One row per school, academic year and area judged by the inspection that stood at the end of that year, or stands now.
-- A school's latest inspection stands until the next, and a report card takes the place of the grades before it.
-- Overall effectiveness is left out: it is no area of its own, and nobody has been given one since September 2024.
with judged as (
    select
        school_urn,
        time_period,
        starts_with(outcome_code, 'report_card_') as is_report_card,
        regexp_replace(outcome_code, '^(inspection|report_card)_', '') as area_key,
        value,
    from marts.outcomes
    where geographic_level = 'school'
        and breakdown = 'total'
        and (starts_with(outcome_code, 'inspection_') or starts_with(outcome_code, 'report_card_'))
        and outcome_code != 'inspection_overall'
        and value is not null
)

select
    school_years.school_urn,
    school_years.academic_year,
    judged.is_report_card,
    upper(judged.area_key[1]) || replace(judged.area_key[2:], '_', ' ') as area,
    judged.value as grade,
    case
        when judged.area_key = 'safeguarding' and judged.is_report_card then judged.value = 1
        when judged.is_report_card then judged.value <= 3
        else judged.value <= 2
    end as is_expected_or_better,
from marts.school_years
inner join judged
    on judged.school_urn = school_years.school_urn
    and judged.time_period <= school_years.academic_year
qualify rank() over (
        partition by school_years.school_urn, school_years.academic_year
        order by judged.time_period desc, judged.is_report_card desc
    ) = 1
