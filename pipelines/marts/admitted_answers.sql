-- One row per set of answers that counts, with what the figures may say of whoever gave it: what its whole batch says.
select
    closed_answers.evaluation_id,
    closed_answers.wave,
    closed_answers.academic_year,
    closed_answers.activity_number,
    closed_answers.is_restricted,
    answer_batches.batch_id,
    case when answer_batches.programme then closed_answers.programme end as programme,
    case when answer_batches.school then closed_answers.school_urn end as school_urn,
    case when answer_batches.group then closed_answers.staff_group end as staff_group,
from marts.closed_answers
inner join marts.answer_batches
    on answer_batches.piece_id = closed_answers.piece_id
