-- One row per school and academic year, from the first with a training day on record; not applicable where the policy promises none.
select
    academic_year as time_period,
    school_urn,
    case when promised is not null then least(days, promised) end as numerator,
    promised as denominator,
    if(promised is null, '[z]', '') as status,
from marts.training_days
