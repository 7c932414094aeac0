-- One row per set of answers that says what got in the way, and thing that it names; several may be named, and `none` says that nothing did.
-- Answers of a form on another scale are left out, as in every mart of answers.
with said as (
    select
        row_number() over (order by admitted_answers.evaluation_id)::integer as answer_number,
        admitted_answers.academic_year,
        admitted_answers.wave,
        evaluations.answers -> 'barriers' as barriers,
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
    where barriers is not null
)

select distinct answer_number, academic_year, wave, barrier
from named
where barrier in ('time', 'resources', 'support', 'relevance', 'confidence', 'none')
