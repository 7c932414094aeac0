-- One row per school, academic year and area judged by the inspection that stood at the end of that year. Once any school has a report card, grades
-- count in their area and their school alone: in the trust's total the two never mix. A school's first report card breaks the series.
with firsts as (
    select
        min(academic_year) as trust_year,
    from marts.standing_judgements
    where is_report_card
)

select
    standing_judgements.school_urn,
    standing_judgements.academic_year as time_period,
    standing_judgements.area || if(standing_judgements.is_report_card, ', report card', ', graded') as area,
    standing_judgements.is_expected_or_better::integer as numerator,
    1 as denominator,
    if(
        standing_judgements.is_report_card
        and standing_judgements.academic_year = min(standing_judgements.academic_year) over (
            partition by standing_judgements.school_urn, standing_judgements.is_report_card
        ),
        '[b]',
        ''
    ) as status,
    standing_judgements.is_report_card or coalesce(standing_judgements.academic_year < firsts.trust_year, true) as is_in_total,
from marts.standing_judgements
cross join firsts
