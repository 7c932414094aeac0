-- Have a training agreement signed
-- how: Have it signed before the course starts, and set its state and the day; one that is signed later may not hold.
-- asked: R-I5 (C): a substantial funded course needs an agreement that is signed before it starts.
-- One row per agreement in draft whose course starts within 30 days, or began in the last year.
select
    'cpd_administrator' as owner_role,
    agreements.course_starts_on - 1 as due_on,
    'A training agreement in draft' as subject,
    'The course ' || case when agreements.course_starts_on > calendar.today then 'starts' else 'started' end
        || ' on ' || shown_day(agreements.course_starts_on) || '.' as detail,
    'agreements' as collection,
    agreements.agreement_id as record_id,
from stg.agreements
cross join marts.calendar
where agreements.state = 'draft'
    and agreements.course_starts_on between calendar.today - interval 1 year and calendar.today + 30
