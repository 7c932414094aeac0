-- One row per school of the organisation: those of the policy's trust or, for an organisation outside any trust, those where
-- it employs somebody.
select
    schools.school_urn,
    schools.name,
    schools.phase,
    schools.local_authority_code,
    schools.local_authority,
    schools.trust_joined_on,
    schools.trust_left_on,
    schools.closed_on,
from stg.schools
cross join marts.settings
where case
        when settings.trust_uid is null then schools.school_urn in (select employments.school_urn from stg.employments)
        else schools.trust_uid = settings.trust_uid
    end
