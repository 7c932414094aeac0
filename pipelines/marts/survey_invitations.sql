-- One row per school and academic year of a staff survey that is over: how many were asked by a link.
select
    try_cast(invitation_counts.survey_period as integer) as academic_year,
    schools.school_urn,
    sum(invitation_counts.invitations)::integer as invited,
from stg.invitation_counts
cross join marts.settings
left join marts.schools
    on schools.school_urn = invitation_counts.school_urn
where invitation_counts.wave = 'staff_survey'
    and invitation_counts.state != 'cancelled'
group by 1, 2
having max(invitation_counts.closes_on) < any_value(settings.today)
