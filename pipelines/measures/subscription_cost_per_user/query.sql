-- One row per subscription whose users are known, the trust's own and its schools'.
select
    academic_year as time_period,
    kind,
    annual_cost as numerator,
    users as denominator,
from marts.subscriptions
where users is not null
    and annual_cost is not null
