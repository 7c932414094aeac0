-- A qualification is not gained before it is started
-- severity: warning
-- One row per such qualification.
select qualification_id
from stg.qualifications
where gained_on < started_on
