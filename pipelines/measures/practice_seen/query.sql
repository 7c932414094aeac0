-- One row per piece of evidence that somebody other than those who took part gave; without a school it is the whole organisation's.
select
    academic_year as time_period,
    school_urn,
    case finding
        when 'better' then '1 Better than before'
        when 'same' then '2 As before'
        when 'worse' then '3 Worse than before'
        when 'mixed' then '4 Mixed'
        when 'unclear' then '5 Cannot be said yet'
    end as finding,
    (finding = 'better')::integer as numerator,
    1 as denominator,
from marts.seen_evidence
