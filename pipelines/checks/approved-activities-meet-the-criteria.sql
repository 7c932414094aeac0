-- Where the policy's criteria are a gate, every activity of this year or later that was approved meets them all
-- severity: warning
-- One row per approved activity that lacks one; an exception has its reason instead. The Studio refuses what is saved at
-- once, so these came by an import or lost a tick afterwards.
select activities.activity_id
from stg.activities
cross join stg.policy
cross join marts.settings
where policy.criteria_mode = 'gate'
    and activities.decision = 'approved'
    and academic_year(activities.ends_on) >= academic_year(settings.today)
    and exists (
        select 1
        from unnest(policy.criteria) as criteria (criterion)
        where not list_contains(activities.criteria_met, criteria.criterion.key)
    )
