-- An employment does not end before it starts
-- severity: error
-- One row per such spell; it counts in no figure.
select post_id
from stg.employments
where ends_on < starts_on
