-- One row per subscription whose users are known, the trust's own and its schools'.
select
    academic_year as time_period,
    (users > 0)::integer as numerator,
    1 as denominator,
from marts.subscriptions
where users is not null
