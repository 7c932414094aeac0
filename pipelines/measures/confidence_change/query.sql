-- One row per set of answers with both confidence questions; and one for each group of people invited, which counts nobody.
select
    academic_year as time_period,
    school_urn,
    confidence_now - confidence_before as numerator,
    1 as denominator,
    null as invited,
from marts.evaluations
where wave = 'end_of_session'
    and scale_id = 'agree_5'
    and confidence_before between 1 and 5
    and confidence_now between 1 and 5
union all by name
select
    academic_year as time_period,
    school_urn,
    0 as numerator,
    0 as denominator,
    invited,
from marts.invitations
where wave = 'end_of_session'
