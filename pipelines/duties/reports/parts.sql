-- One row per activity of this academic year or the last, wave, school and batch: how many answers of it are closed, in which batch they are counted in
-- the figures, or in none yet. Restricted activities are here too, as they are in the batches.
select
    activities.activity_id,
    closed_answers.academic_year,
    closed_answers.wave,
    closed_answers.school_urn,
    answer_batches.batch_id,
    count(*)::integer as answers,
from marts.closed_answers
inner join marts.activities
    on activities.activity_number = closed_answers.activity_number
cross join marts.calendar
left join marts.answer_batches
    on answer_batches.piece_id = closed_answers.piece_id
where closed_answers.wave in ('end_of_session', 'follow_up')
    and closed_answers.academic_year >= calendar.last_academic_year
group by all
order by all
