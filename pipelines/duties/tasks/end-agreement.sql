-- End a training agreement whose years are over
-- how: Set its state to "Ended": nothing can be asked back any more.
-- asked: R-I6 (C): the repayment scale ends with its last year.
-- One row per signed agreement whose last year ends within 90 days or is over. Who has left is another matter.
select
    'cpd_administrator' as owner_role,
    (agreements.counts_from_on + to_years(agreements.years))::date as due_on,
    'A training agreement' as subject,
    'It ends on ' || shown_day((agreements.counts_from_on + to_years(agreements.years))::date) || '.' as detail,
    'agreements' as collection,
    agreements.agreement_id as record_id,
from marts.agreements
cross join marts.calendar
where agreements.counts_from_on + to_years(agreements.years) <= calendar.today + 90
    and agreements.leaving_on is null
