-- One row per person who works, takes part or is qualified, with a number in place of the record's key: nothing after this
-- table can be matched to a record without it, and numbers are joined faster.
select
    staff_id,
    row_number() over (order by staff_id)::integer as person_id,
from (
    select staff_id from stg.employments
    union
    select staff_id from stg.participations
    union
    select staff_id from stg.qualifications
)
