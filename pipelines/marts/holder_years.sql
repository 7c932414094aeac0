-- One row per person in post on the census day, academic year and kind of qualification that they hold then or gain within the year.
-- Somebody with several NPQs is one holder. Whoever gains a second one gains nothing here.
select
    staff_years.academic_year,
    staff_years.person_id,
    kinds.kind,
    bool_or(
        qualification_holders.held_from_on <= staff_years.census_on
        and qualification_holders.held_to_on >= staff_years.census_on
    ) as is_holder,
    not is_holder as is_gained,
from marts.staff_years
inner join marts.qualification_holders
    on qualification_holders.person_id = staff_years.person_id
    and qualification_holders.held_from_on <= staff_years.census_on + to_years(1)
    and qualification_holders.held_to_on >= staff_years.census_on
inner join (values ('NPQ'), ('HLTA')) as kinds (kind)
    on case when kinds.kind = 'NPQ' then qualification_holders.is_npq else qualification_holders.qualification = kinds.kind end
group by staff_years.academic_year, staff_years.person_id, kinds.kind
