-- One row per priority that has a name.
select
    priorities.priority_id as id,
    coalesce(priorities.school_urn, calendar.only_school_urn) as school_urn,
    priorities.title,
    priorities.level,
    priorities.starts_on::varchar as starts_on,
    priorities.ends_on::varchar as ends_on,
from stg.priorities
cross join marts.calendar
where priorities.title is not null
order by priorities.title, priorities.priority_id
