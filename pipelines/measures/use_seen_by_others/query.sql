-- One row per answer to the follow-up's question who has seen it in use, in the year of the activity; and one for each person in the sample, which
-- counts nobody but says how many were asked and how many people the answers are of. Answers on another scale or in other words are left out.
select
    academic_year as time_period,
    school_urn,
    programme,
    case seen_by
        when 'nobody' then '1 Nobody yet'
        when 'line_manager' then '2 Line manager'
        when 'observer' then '3 Somebody else who observed it'
    end as answer,
    (seen_by != 'nobody')::integer as numerator,
    1 as denominator,
    null as invited,
from marts.evaluations
where wave = 'follow_up'
    and scale_id = 'use_4'
    and seen_by in ('nobody', 'line_manager', 'observer')
union all by name
select
    academic_year as time_period,
    school_urn,
    programme,
    0 as numerator,
    0 as denominator,
    invited,
    person_id,
    is_respondent,
from marts.invitations
where wave = 'follow_up'
