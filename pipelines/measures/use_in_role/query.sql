-- One row per answer to the follow-up's question on use, in the year of the activity; and one for each person in
-- the sample, which counts nobody but says how many were asked and how many people the answers are of. Answers on another scale
-- or in other words are left out.
select
    academic_year as time_period,
    school_urn,
    staff_group,
    programme,
    case use_in_role
        when 'not_yet' then '1 Not yet'
        when 'tried' then '2 Tried'
        when 'in_use' then '3 In use'
        when 'embedded' then '4 Embedded'
    end as answer,
    (use_in_role in ('in_use', 'embedded'))::integer as numerator,
    1 as denominator,
    null as invited,
from marts.evaluations
where wave = 'follow_up'
    and scale_id = 'use_4'
    and use_in_role in ('not_yet', 'tried', 'in_use', 'embedded')
union all by name
select
    academic_year as time_period,
    school_urn,
    staff_group,
    programme,
    0 as numerator,
    0 as denominator,
    invited,
    person_id,
    is_respondent,
from marts.invitations
where wave = 'follow_up'
