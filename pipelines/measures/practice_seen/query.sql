-- One row per piece of evidence that somebody other than those who took part gave. Without the school: there a finding may be
-- about one teacher's lesson.
select
    academic_year as time_period,
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
