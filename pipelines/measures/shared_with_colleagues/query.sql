-- One row per activity that ended 90 days ago or longer and had something to share.
select
    academic_year as time_period,
    school_urn,
    case sharing
        when 'done' then '1 Passed on'
        when 'agreed' then '2 Agreed, not yet done'
        when 'missing' then '3 Nothing agreed'
    end as sharing,
    (sharing = 'done')::integer as numerator,
    1 as denominator,
from marts.provided_activities
where sharing in ('done', 'agreed', 'missing')
