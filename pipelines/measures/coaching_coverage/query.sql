-- One row per teacher in post on the latest census day, in the school where they work most; not applicable where the policy promises no coach.
select
    academic_year as time_period,
    school_urn,
    case when is_promised then has_coach::integer end as numerator,
    case when is_promised then 1 end as denominator,
    if(is_promised, '', '[z]') as status,
from marts.coaching
