-- Write the yearly report on impact
-- how: Enter the report as a paper of the kind "Annual impact report" for the year, with its future needs, and send it out.
-- asked: R-J1, R-J3 (M, C, B; P in the head's report): a yearly report to the board on provision and impact, with future needs.
-- One row for the organisation while last year's report has not gone out, or says nothing of future needs. Due by the end of the autumn term.
with written as (
    select
        min(editions.edition_id) as edition_id,
        bool_or(editions.state in ('final', 'discussed')) as is_sent,
        bool_or(editions.has_future_needs) as has_future_needs,
    from stg.editions
    cross join marts.calendar
    where editions.kind = 'annual_report'
        and editions.time_period = calendar.last_academic_year
        and (editions.school_urn is null or editions.school_urn = calendar.only_school_urn)
),

planned as (
    select coalesce(bool_or(plans.has_future_needs), false) as has_future_needs
    from stg.plans
    cross join marts.calendar
    where plans.time_period = calendar.last_academic_year
        and (plans.school_urn is null or plans.school_urn = calendar.only_school_urn)
)

select
    places.school_urn,
    places.owner_role,
    make_date(calendar.academic_year // 100, 12, 31) as due_on,
    'Report on ' || shown_year(calendar.last_academic_year) as subject,
    case
        when written.edition_id is null then 'It has not been begun.'
        when not written.is_sent then 'It is in draft.'
        else 'It says nothing of future needs.'
    end as detail,
    'editions' as collection,
    coalesce(written.edition_id, '+') as record_id,
from marts.places
cross join marts.calendar
cross join written
cross join planned
where (places.school_urn is null or places.school_urn = calendar.only_school_urn)
    and not (coalesce(written.is_sent, false) and (coalesce(written.has_future_needs, false) or planned.has_future_needs))
