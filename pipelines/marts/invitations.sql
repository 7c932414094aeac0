-- One row per person, year, wave, school, staff group and programme: who was asked to evaluate something in a closed wave, and whether they
-- answered at all. It says nothing of what anybody answered, and tells disclosure control how many people the answers are of.
with asked as (
    select
        participations.person_id,
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
    waves.academic_year,
    asked.wave,
    asked.school_urn,
    case when not waves.is_restricted then coalesce(asked.staff_group, 'Not stated') end as staff_group,
    waves.programme,
    asked.person_id,
    bool_or(asked.is_answered) as is_respondent,
    count(*)::integer as invited,
    count(*) filter (where asked.is_answered)::integer as answered,
from asked
inner join marts.waves
    on waves.activity_id = asked.activity_id
    and waves.wave = asked.wave
where asked.is_asked
group by all
