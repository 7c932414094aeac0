-- One row per person and academic year in post in the trust on the census day (1 November), and where they were a year later.
-- Supply cover is left out, as it is meant to end, and so are governors and other audiences, who are no staff. A year before the first leaver on record is left out too: the record
-- then holds only those who stayed. A school counts from the census day after it joined
-- to the last before it left. The same holds a year later: who has become supply cover, or whose school has left, is no longer in the trust.
-- `is_in_…_a_year_later` is empty while the year is not up.
with first_leaver as (
    select academic_year(min(posts.ends_on)) as academic_year
    from marts.posts
    where posts.ends_on < date '9999-12-31'
        and not posts.is_audience
),

latest as (
    select case
            when settings.today >= census_day(academic_year(settings.today)) then academic_year(settings.today)
            else academic_year(settings.today - interval 1 year)
        end as academic_year,
    from marts.settings
),

years as (
    select
        academic_year_of(years.first_calendar_year)::integer as academic_year,
        census_day(academic_year_of(years.first_calendar_year)) as census_on,
        census_day(next_academic_year(academic_year_of(years.first_calendar_year))) as next_census_on,
    from (select unnest(range(1990, 2100)) as first_calendar_year) as years
    cross join first_leaver
    cross join latest
    where academic_year_of(years.first_calendar_year)
        between least(coalesce(first_leaver.academic_year, latest.academic_year), latest.academic_year)
        and latest.academic_year
),

in_post_next as (
    select distinct
        years.academic_year,
        posts.person_id,
        posts.school_urn,
        (schools.trust_joined_on is null or schools.trust_joined_on <= years.next_census_on)
            and (schools.trust_left_on is null or schools.trust_left_on > years.next_census_on) as is_in_trust,
    from years
    inner join marts.posts
        on posts.starts_on <= years.next_census_on
        and posts.ends_on >= years.next_census_on
        and posts.contract != 'supply'
        and not posts.is_audience
    inner join marts.schools
        on schools.school_urn = posts.school_urn
),

in_trust_next as (
    select distinct academic_year, person_id
    from in_post_next
    where is_in_trust
)

select
    main_posts.person_id,
    years.academic_year,
    years.census_on,
    main_posts.school_urn,
    main_posts.staff_group,
    main_posts.is_teacher,
    main_posts.contract,
    main_posts.fte,
    case when years.next_census_on <= settings.today
        then in_post_next.person_id is not null
    end as is_in_same_school_a_year_later,
    case when years.next_census_on <= settings.today
        then in_trust_next.person_id is not null
    end as is_in_trust_a_year_later,
from years
cross join marts.settings
inner join marts.main_posts
    on main_posts.from_on <= years.census_on
    and main_posts.to_on >= years.census_on
inner join marts.schools
    on schools.school_urn = main_posts.school_urn
    and (schools.trust_joined_on is null or schools.trust_joined_on <= years.census_on)
    and (schools.trust_left_on is null or schools.trust_left_on > years.census_on)
left join in_post_next
    on in_post_next.academic_year = years.academic_year
    and in_post_next.person_id = main_posts.person_id
    and in_post_next.school_urn = main_posts.school_urn
left join in_trust_next
    on in_trust_next.academic_year = years.academic_year
    and in_trust_next.person_id = main_posts.person_id
where main_posts.contract != 'supply'
    and not main_posts.is_audience
