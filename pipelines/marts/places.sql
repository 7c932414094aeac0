-- One row per place that has duties of its own today: the trust (without a URN) and each of its schools; an organisation of one school
-- has that one place. `owner_role` is who acts there unless a duty says otherwise.
select
    schools.school_urn,
    schools.name,
    'cpd_lead' as owner_role,
from marts.schools
cross join marts.calendar
where coalesce(schools.closed_on, date '9999-12-31') > calendar.today
    and coalesce(schools.trust_left_on, date '9999-12-31') > calendar.today
    and coalesce(schools.trust_joined_on, calendar.today) <= calendar.today
union all
select
    null as school_urn,
    policy.organisation_name as name,
    'cpd_administrator' as owner_role,
from stg.policy
cross join marts.calendar
where calendar.only_school_urn is null
