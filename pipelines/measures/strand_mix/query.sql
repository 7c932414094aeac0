-- One row per activity that went ahead and is over, and has a strand; without a school it was held for the whole organisation.
select
    academic_year as time_period,
    school_urn,
    case strand
        when 'research' then '1 Research and self-directed'
        when 'school_based' then '2 Based in the school'
        when 'accreditation' then '3 Higher education and accreditation'
        when 'school_to_school' then '4 School to school'
        when 'formal_learning' then '5 Formal learning'
        when 'online' then '6 Online, distance or blended'
    end as strand,
    (strand != 'formal_learning')::integer as numerator,
    1 as denominator,
from marts.provided_activities
where strand is not null
