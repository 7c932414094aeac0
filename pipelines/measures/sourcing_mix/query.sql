-- One row per activity that went ahead and is over, and says how near to home it was found; without a school it was held for the whole
-- organisation.
select
    academic_year as time_period,
    school_urn,
    case sourcing_wave
        when 1 then '1 Our own schools'
        when 2 then '2 Teaching school hub or partner'
        when 3 then '3 Outside'
    end as sourced_from,
    (sourcing_wave = 1)::integer as numerator,
    1 as denominator,
from marts.provided_activities
where sourcing_wave between 1 and 3
