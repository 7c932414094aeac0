-- One row per budget and academic year: what was set aside, in pounds. A budget without a school is the trust's.
select
    coalesce(costs.school_urn, calendar.only_school_urn) as school_urn,
    academic_year(costs.incurred_on)::integer as time_period,
    sum(costs.amount)::double as amount,
from stg.costs
cross join marts.calendar
where costs.kind = 'budget'
    and costs.incurred_on is not null
    and costs.amount is not null
group by all
order by time_period, school_urn nulls first
