-- One row per school, academic year and area judged by the graded inspection that stood at the end of that year.
select
    school_urn,
    academic_year as time_period,
    area,
    is_expected_or_better::integer as numerator,
    1 as denominator,
from marts.standing_judgements
where not is_report_card
