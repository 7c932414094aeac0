-- One row per person and qualification gained, however often it was recorded.
-- One gained on an unknown day was held all along: the day of an old QTS is seldom on record.
select
    people.person_id,
    qualifications.qualification,
    qualifications.qualification like 'NPQ%' as is_npq,
    qualifications.qualification in ('QTS', 'QTLS') as is_qualified_teacher_status,
    min(coalesce(qualifications.gained_on, date '1900-01-01')) as held_from_on,
    max(coalesce(qualifications.expires_on, date '9999-12-31')) as held_to_on,
from stg.qualifications
inner join marts.people
    on people.staff_id = qualifications.staff_id
where qualifications.state = 'gained'
group by people.person_id, qualifications.qualification
