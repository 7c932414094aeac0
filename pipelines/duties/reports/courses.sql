-- One row per activity of this academic year or the last whose end-of-session form has closed and which somebody was asked about, with
-- what its report says beside the answers. A restricted activity has no report, and a declined one did not take place.
with attended as (
    select
        participations.activity_number,
        list_sort(list(distinct participations.school_urn) filter (where participations.school_urn is not null)) as school_urns,
        count(*) filter (where participations.is_invited)::integer as invited,
        count(*) filter (where participations.is_sampled)::integer as sampled,
    from marts.participations
    group by participations.activity_number
),

spent as (
    select
        costs.activity_id,
        list_sort(list({'kind': costs.kind, 'amount': costs.amount})) as costs,
    from (
        select activity_id, kind, sum(amount)::double as amount
        from marts.costs
        where activity_id is not null
        group by activity_id, kind
    ) as costs
    group by costs.activity_id
)

select
    activities.activity_id,
    activities.activity_number,
    written.title,
    activities.ends_on::varchar as ended_on,
    (activities.ends_on + to_days(settings.wave_closes_after_days))::date::varchar as closed_on,
    activities.is_followup_closed,
    coalesce(written.school_urn, calendar.only_school_urn) as host_urn,
    list_sort(list_distinct(list_filter(
        list_append(coalesce(attended.school_urns, []), written.school_urn),
        lambda urn: urn is not null
    ))) as school_urns,
    attended.invited,
    attended.sampled,
    written.further_training,
    coalesce(to_json(spent.costs), '[]')::varchar as costs,
    written.report_sent_on::varchar as report_sent_on,
    written.report_final_on::varchar as report_final_on,
from marts.activities
cross join marts.calendar
cross join marts.settings
inner join stg.activities as written
    on written.activity_id = activities.activity_id
inner join attended
    on attended.activity_number = activities.activity_number
    and attended.invited > 0
left join spent
    on spent.activity_id = activities.activity_id
where activities.is_closed
    and not activities.is_restricted
    and activities.academic_year >= calendar.last_academic_year
order by activities.activity_id
