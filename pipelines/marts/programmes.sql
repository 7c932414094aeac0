-- One row per programme. One with a restricted activity is restricted too: its name does not appear with any figure.
select
    row_number() over (order by programmes.programme_id)::integer as programme_number,
    programmes.programme_id,
    programmes.title,
    programmes.school_urn,
    programmes.starts_on,
    programmes.programme_id in (
        select activities.programme_id
        from stg.activities
        where activities.is_restricted and activities.programme_id is not null
    ) as is_restricted,
from stg.programmes
