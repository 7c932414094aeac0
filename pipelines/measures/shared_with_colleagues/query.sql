-- One row per activity that ended 90 days ago or longer and had something to share.
select
    academic_year as time_period,
    school_urn,
    (sharing = 'done')::integer as numerator,
    1 as denominator,
from marts.provided_activities
where sharing in ('done', 'missing')
