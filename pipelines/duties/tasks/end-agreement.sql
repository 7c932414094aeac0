-- End a training agreement whose years are over
-- how: Set its state to "Ended": nothing can be asked back any more.
-- asked: R-I6 (C): the repayment scale ends with its last year.
-- One row per signed agreement whose last year ends within 90 days or is over. Who has left is another matter.
with counted as (
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
)

select
    'cpd_administrator' as owner_role,
    (counted.counts_from_on + to_years(counted.years))::date as due_on,
    'A training agreement' as subject,
    'It ends on ' || shown_day((counted.counts_from_on + to_years(counted.years))::date) || '.' as detail,
    'agreements' as collection,
    counted.agreement_id as record_id,
from counted
cross join marts.calendar
where counted.counts_from_on + to_years(counted.years) <= calendar.today + 90
    and counted.leaving_on is null
