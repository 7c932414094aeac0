-- One row per school and academic year with how many training days (INSET) it has: its own and the trust's. Years count from the first with a
-- training day anywhere; `promised` is the policy's least number, empty where it states none.
select
    school_years.school_urn,
    school_years.academic_year,
    count(distinct training_dates.held_on)::integer as days,
    any_value(nullif(policy.inset_min_days, 0)) as promised,
from marts.school_years
cross join marts.settings
left join (from stg.policy limit 1) as policy
    on true
left join marts.training_dates
    on training_dates.academic_year = school_years.academic_year
    and (training_dates.school_urn is null or training_dates.school_urn = school_years.school_urn)
where school_years.academic_year >= (select min(academic_year) from marts.training_dates)
    and school_years.academic_year <= academic_year(settings.today)
group by school_years.school_urn, school_years.academic_year
