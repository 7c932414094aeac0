-- One row per person and academic year in post on the census day and the year before, by whether they had completed a part of a programme in that
-- year. The total is those who had. Those without are weighted by staff group, to be alike in role.
with compared as (
    select
        staff_years.academic_year,
        staff_years.is_in_trust_a_year_later,
        programme_members.person_id is not null as is_member,
        count(*) filter (where is_member) over of_group as members,
        count(*) filter (where not is_member) over of_group as others,
    from marts.staff_years
    inner join marts.staff_years as year_before
        on year_before.person_id = staff_years.person_id
        and year_before.academic_year // 100 + 1 = staff_years.academic_year // 100
    left join marts.programme_members
        on programme_members.person_id = staff_years.person_id
        and programme_members.academic_year = year_before.academic_year
    where staff_years.is_in_trust_a_year_later is not null
    window of_group as (partition by staff_years.academic_year, staff_years.staff_group)
)

select
    academic_year as time_period,
    case when is_member then 'Completed a programme' else 'Did not, in the same roles' end as programme_last_year,
    is_in_trust_a_year_later::integer as numerator,
    1 as denominator,
    case when is_member then 1 else members / others end as weight,
    is_member as is_in_total,
from compared
where members > 0 and others > 0
