-- One row per thing that was to be passed on and is due; without a school it is the whole organisation's.
select
    academic_year as time_period,
    school_urn,
    is_done::integer as numerator,
    1 as denominator,
from marts.agreed_sharing
