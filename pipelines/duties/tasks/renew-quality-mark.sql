-- Renew a quality mark, or let it go
-- how: Enter the new award as evidence of the kind "Quality mark"; archive the old one if it is let go.
-- asked: R-A9 (M, C, B): quality marks for CPD are sought and kept.
-- One row per place and awarding body whose latest mark runs out within 90 days or did in the last year.
with latest as (
    select
        evidence.*,
        coalesce(evidence.school_urn, calendar.only_school_urn) as place_urn,
    from stg.evidence
    cross join marts.calendar
    where evidence.type = 'quality_mark'
    qualify row_number() over (
            partition by place_urn, evidence.awarded_by
            order by coalesce(evidence.expires_on, date '9999-12-31') desc, evidence.evidence_id
        ) = 1
)

select
    places.school_urn,
    places.owner_role,
    latest.expires_on as due_on,
    coalesce(latest.awarded_by, 'A quality mark') as subject,
    case when latest.expires_on < calendar.today then 'It ran out on ' else 'It runs out on ' end
        || shown_day(latest.expires_on) || '.' as detail,
    'evidence' as collection,
    latest.evidence_id as record_id,
from latest
cross join marts.calendar
inner join marts.places
    on places.school_urn is not distinct from latest.place_urn
where latest.expires_on between calendar.today - interval 1 year and calendar.today + 90
