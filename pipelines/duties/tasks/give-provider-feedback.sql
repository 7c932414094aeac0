-- Tell a provider what participants thought
-- how: Write the feedback in sum, without anybody's words or name, and set the day on which it was sent.
-- asked: R-F9, R-G14 (M, C, B): collaborative feedback to providers.
-- One row per outside provider whose last activity of this year ended two weeks ago or more, and who was told nothing since. Due after a month.
with last_time as (
    select
        activities.provider_id,
        max(activities.ends_on) as ended_on,
    from stg.activities
    cross join marts.calendar
    where activities.ends_on >= calendar.year_starts_on
        and activities.ends_on <= calendar.today - 14
        and coalesce(activities.decision, 'approved') in ('approved', 'exception')
        and not activities.is_restricted
    group by activities.provider_id
)

select
    'cpd_administrator' as owner_role,
    last_time.ended_on + 30 as due_on,
    providers.name as subject,
    'Their last activity ended on ' || shown_day(last_time.ended_on) || '.' as detail,
    'providers' as collection,
    providers.provider_id as record_id,
from last_time
inner join stg.providers
    on providers.provider_id = last_time.provider_id
where providers.kind in ('external', 'university', 'teaching_school_hub')
    and (providers.feedback_sent_on is null or providers.feedback_sent_on < last_time.ended_on)
