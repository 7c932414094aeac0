-- Every employment is in a school that is on record
-- severity: warning
-- One row per spell in an unknown school; it counts in no figure.
select employments.post_id
from stg.employments
anti join stg.schools
    on schools.school_urn = employments.school_urn
