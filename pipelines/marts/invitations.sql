-- One row per closed wave, school and staff group: how many people were asked, and how many of them answered.
-- For a follow-up those asked are the sample that was drawn. A restricted activity's people have no staff group here.
with asked as (
    select
        participations.activity_id,
        unnest([
            {'wave': 'end_of_session', 'is_asked': participations.is_invited, 'is_answered': participations.is_answered},
            {'wave': 'follow_up', 'is_asked': participations.is_sampled, 'is_answered': participations.is_followup_answered}
        ], recursive := true),
        participations.school_urn,
        participations.staff_group,
    from marts.participations
    where participations.is_invited or participations.is_sampled
)

select
    asked.activity_id,
    waves.academic_year,
    asked.wave,
    asked.school_urn,
    case when not waves.is_restricted then coalesce(asked.staff_group, 'Not stated') end as staff_group,
    count(*)::integer as invited,
    count(*) filter (where asked.is_answered)::integer as answered,
from asked
inner join marts.waves
    on waves.activity_id = asked.activity_id
    and waves.wave = asked.wave
where asked.is_asked
group by all
