-- One row per question of a close-out that was answered, for the trust.
select
    academic_year as time_period,
    question,
    (step >= 3)::integer as numerator,
    1 as denominator,
from marts.close_outs
