-- One row per person and academic year in which they completed a part of a programme. Restricted programmes are left out, and one-off
-- activities, which nearly everybody comes to.
select distinct
    completions.person_id,
    completions.academic_year,
from marts.completions
inner join marts.activities
    on activities.activity_number = completions.activity_number
    and activities.programme_number is not null
