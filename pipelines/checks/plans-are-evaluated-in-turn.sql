-- Every plan is evaluated before the next one is agreed
-- severity: warning
-- One row per plan of an earlier year that is not evaluated although its place has agreed a later one. Plans of drafts count for nothing.
select earlier.plan_id
from stg.plans as earlier
semi join stg.plans as later
    on later.school_urn is not distinct from earlier.school_urn
    and later.time_period > earlier.time_period
    and later.state in ('agreed', 'published', 'evaluated')
where earlier.state in ('agreed', 'published')
    and earlier.evaluated_on is null
