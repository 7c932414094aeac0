-- One row per set of answers that says what got in the way, and thing that it names; several may be named, and `none` says that nothing did.
-- Answers of a form on another scale are left out, as in every mart of answers. Where fewer than the threshold of a batch answered the question, it is as if
-- nobody had; a leader's close-out has a name under it and counts alone.
with said as (
    select
        row_number() over (order by admitted_answers.evaluation_id)::integer as answer_number,
        admitted_answers.academic_year,
        admitted_answers.wave,
        evaluations.answers -> 'barriers' as barriers,
        count(evaluations.answers -> 'barriers') over (
            partition by admitted_answers.batch_id, evaluations.scale_id
        ) as answered_in_batch,
    from marts.admitted_answers
    inner join stg.evaluations
        on evaluations.evaluation_id = admitted_answers.evaluation_id
    where evaluations.scale_id = case admitted_answers.wave when 'follow_up' then 'use_4' when 'close_out' then 'enough_4' end
),

named as (
    select
        answer_number,
        academic_year,
        wave,
        unnest(case json_type(barriers) when 'ARRAY' then from_json(barriers, '["varchar"]') else [barriers ->> '$'] end) as barrier,
    from said
    cross join marts.settings
    where barriers is not null
        and (wave = 'close_out' or answered_in_batch >= settings.threshold_signed_in)
)

select distinct answer_number, academic_year, wave, barrier
from named
where barrier in ('time', 'resources', 'support', 'relevance', 'confidence', 'none')
