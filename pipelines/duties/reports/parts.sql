-- One row per activity of this academic year or the last, wave, school and staff group: how many answers of it are counted in the figures.
-- Restricted activities are here too, without a school or group, as they are in the trust's totals.
select
    activities.activity_id,
    evaluations.academic_year,
    evaluations.wave,
    evaluations.school_urn,
    evaluations.staff_group,
    evaluations.programme,
    count(*)::integer as answers,
from marts.evaluations
inner join marts.activities
    on activities.activity_number = evaluations.activity_number
cross join marts.calendar
where evaluations.wave in ('end_of_session', 'follow_up')
    and evaluations.academic_year >= calendar.last_academic_year
group by all
order by all
