-- One row per signed agreement, with the day from which its years count and how many there are: its own scale, or the policy's.
select
    agreements.*,
    case agreements.counts_from
        when 'course_start' then agreements.course_starts_on
        when 'award' then agreements.awarded_on
        else agreements.course_ends_on
    end as counts_from_on,
    (
        select max(line.year)
        from unnest(case when len(agreements.schedule) > 0 then agreements.schedule else policy.repayment_schedule end) as lines (line)
    ) as years,
from stg.agreements
cross join stg.policy
where agreements.state = 'signed'
