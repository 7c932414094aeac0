-- One row per person and statutory induction that is running or was passed, with its first and last day; one given up is left out, as nobody
-- knows until when it ran. One whose start is not on record began two years before its end, as inductions do.
select
    people.person_id,
    coalesce(qualifications.started_on, qualifications.gained_on - to_years(2))::date as starts_on,
    coalesce(qualifications.gained_on, date '9999-12-31') as ends_on,
from stg.qualifications
inner join marts.people
    on people.staff_id = qualifications.staff_id
where qualifications.qualification = 'ECT'
    and case qualifications.state
        when 'gained' then qualifications.gained_on is not null
        when 'in_progress' then qualifications.started_on is not null
        else false
    end
