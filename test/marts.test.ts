import { expect, test } from "vitest";
import { readBenchmarks, readEvents, readPolicy, readSchools } from "../pipelines/marts/readers.ts";
import { loadCatalogue } from "../pipelines/measures/catalogue.ts";
import { hubWith } from "./harness/hub.ts";

const schools = "urn\n100001\n100002";

test("a person in two schools at once counts once, where they work most", async () => {
  const hub = await hubWith({
    schools,
    employments: `
      staff_id | school_urn | staff_group | fte | starts_on  | ends_on
      s1       | 100001     | teachers    | 0.4 | 2020-09-01 |
      s1       | 100002     | teachers    | 0.6 | 2022-09-01 |
      s2       | 100001     | teachers    | 1   | 2020-09-01 | 2022-08-31
    `,
  });
  const years = await hub.rows(
    "select academic_year, school_urn, count(*) as people from marts.staff_years group by all order by 1",
  );
  expect(years.slice(0, 3)).toEqual([
    { academic_year: 202122, school_urn: "100001", people: 2 },
    { academic_year: 202223, school_urn: "100002", people: 1 },
    { academic_year: 202324, school_urn: "100002", people: 1 },
  ]);
});

test("who moves inside the trust has left the school and not the trust; a year that is not up says nothing", async () => {
  const hub = await hubWith({
    schools,
    employments: `
      staff_id | school_urn | staff_group | starts_on  | ends_on
      moved    | 100001     | teachers    | 2020-09-01 | 2025-08-31
      moved    | 100002     | teachers    | 2025-09-01 |
      left     | 100001     | teachers    | 2020-09-01 | 2025-08-31
      stayed   | 100001     | teachers    | 2020-09-01 |
    `,
  });
  const rows = await hub.rows(`
    select people.staff_id, academic_year, is_in_same_school_a_year_later as same_school, is_in_trust_a_year_later as trust
    from marts.staff_years inner join marts.people using (person_id)
    where academic_year in (202425, 202627) order by all`);
  expect(rows).toEqual([
    { staff_id: "left", academic_year: 202425, same_school: false, trust: false },
    { staff_id: "moved", academic_year: 202425, same_school: false, trust: true },
    { staff_id: "moved", academic_year: 202627, same_school: null, trust: null },
    { staff_id: "stayed", academic_year: 202425, same_school: true, trust: true },
    { staff_id: "stayed", academic_year: 202627, same_school: null, trust: null },
  ]);
});

test("who has become supply cover, or whose school has left the trust, has not stayed in it", async () => {
  const hub = await hubWith({
    schools: `
      urn    | trust_left_on
      100001 |
      100002 | 2025-10-01
    `,
    employments: `
      staff_id | school_urn | staff_group | contract  | starts_on  | ends_on
      both     | 100001     | teachers    | permanent | 2020-09-01 | 2025-08-31
      both     | 100001     | teachers    | supply    | 2025-09-01 |
      both     | 100001     | teachers    | permanent | 2025-09-01 |
      cover    | 100001     | teachers    | permanent | 2020-09-01 | 2025-08-31
      cover    | 100001     | teachers    | supply    | 2025-09-01 |
      school   | 100002     | teachers    | permanent | 2020-09-01 |
    `,
  });
  const rows = await hub.rows(`
    select people.staff_id, is_in_same_school_a_year_later as same_school, is_in_trust_a_year_later as trust
    from marts.staff_years inner join marts.people using (person_id)
    where academic_year = 202425 order by all`);
  expect(rows).toEqual([
    { staff_id: "both", same_school: true, trust: true },
    { staff_id: "cover", same_school: false, trust: false },
    { staff_id: "school", same_school: true, trust: false },
  ]);
});

test("years before the first leaver on record are left out, as only those who stayed are known", async () => {
  const hub = await hubWith({
    schools,
    employments: `
      staff_id | school_urn | staff_group | starts_on  | ends_on
      s1       | 100001     | teachers    | 2012-09-01 |
      s2       | 100001     | teachers    | 2014-09-01 | 2025-03-31
    `,
  });
  const rows = await hub.rows("select distinct academic_year from marts.staff_years order by 1");
  expect(rows.map((row) => row["academic_year"])).toEqual([202425, 202526, 202627]);
});

test("a school's staff count from the census day after it joined, and supply cover and governors never do", async () => {
  const hub = await hubWith({
    schools: `
      urn    | trust_joined_on
      100001 |
      100002 | 2026-01-01
    `,
    employments: `
      staff_id | school_urn | staff_group | contract   | starts_on  | ends_on
      s1       | 100001     | teachers    | permanent  | 2020-09-01 | 2024-12-31
      s2       | 100002     | teachers    | permanent  | 2020-09-01 |
      s3       | 100001     | teachers    | supply     | 2020-09-01 |
      s4       | 100001     | governors   | permanent  | 2020-09-01 |
    `,
  });
  const rows = await hub.rows("select academic_year, school_urn from marts.staff_years order by all");
  expect(rows).toEqual([
    { academic_year: 202425, school_urn: "100001" },
    { academic_year: 202627, school_urn: "100002" },
  ]);
});

test("two records of one person in one activity are one participation, with where the person worked then", async () => {
  const hub = await hubWith({
    schools,
    employments: `
      staff_id | school_urn | staff_group | starts_on  | ends_on
      s1       | 100001     | teachers    | 2020-09-01 | 2025-12-31
      s1       | 100002     | support     | 2026-01-01 |
    `,
    activities: `
      id | starts_on  | ends_on    | hours | decision
      a1 | 2025-10-01 | 2025-10-08 | 6     | approved
      a2 | 2026-02-01 |            | 3     |
      a3 | 2026-02-01 |            | 3     | declined
    `,
    participations: `
      activity_id | staff_id | role        | state     | hours_attended
      a1          | s1       | participant | completed | 4
      a1          | s1       | facilitator | completed | 6
      a2          | s1       | participant | attended  |
      a3          | s1       | participant | completed |
    `,
  });
  expect(
    await hub.rows(
      "select academic_year, school_urn, staff_group, is_completed, hours from marts.participations order by all",
    ),
  ).toEqual([
    { academic_year: 202526, school_urn: "100001", staff_group: "Teachers", is_completed: true, hours: 6 },
    { academic_year: 202526, school_urn: "100002", staff_group: "Support staff", is_completed: false, hours: 3 },
  ]);
});

test("answers count when their wave has closed, and late ones when no more can come", async () => {
  const late = Array.from({ length: 5 }, () => ({ activity_id: "old", wave: "end_of_session", batch: 1 }));
  const hub = await hubWith({
    schools,
    activities: `
      id     | starts_on  | ends_on
      old    | 2025-10-01 | 2025-10-01
      recent | 2026-11-10 | 2026-11-10
      autumn | 2026-10-20 | 2026-10-20
      summer | 2026-08-25 | 2026-08-25
    `,
    evaluations: [
      { activity_id: "autumn", wave: "end_of_session" },
      { activity_id: "autumn", wave: "end_of_session", batch: 1 },
      { activity_id: "old", wave: "end_of_session" },
      { activity_id: "old", wave: "end_of_session", batch: 2 },
      ...late,
      { activity_id: "recent", wave: "end_of_session" },
      { activity_id: "summer", wave: "end_of_session" },
      { activity_id: "summer", wave: "follow_up" },
    ].map((row) => ({ ...row, school_urn: "100001", staff_group: "teachers", answers: { quality: 5 } })),
  });
  expect(
    await hub.rows(`
      select activity_id, wave, count(*) as answers
      from marts.closed_answers inner join marts.activities using (activity_number)
      group by all order by all`),
  ).toEqual([
    { activity_id: "autumn", wave: "end_of_session", answers: 1 },
    { activity_id: "old", wave: "end_of_session", answers: 7 },
    { activity_id: "summer", wave: "end_of_session", answers: 1 },
  ]);
});

test("a wave is open while a link can bring an answer in time, whatever the record says of it", async () => {
  const hub = await hubWith({
    schools,
    activities: `
      id    | starts_on  | ends_on    | evaluation_wave
      early | 2026-10-01 | 2026-10-01 | closed
      over  | 2026-10-01 | 2026-10-01 | closed
      open  | 2026-10-01 | 2026-10-01 | open
    `,
    invitation_counts: `
      activity_id | wave           | state    | closes_on  | rows
      early       | end_of_session | sent     | 2026-11-20 | 3
      over        | end_of_session | sent     | 2026-11-19 | 3
    `,
  });
  expect(await hub.rows("select activity_id, is_closed from marts.activities order by all")).toEqual([
    { activity_id: "early", is_closed: false },
    { activity_id: "open", is_closed: false },
    { activity_id: "over", is_closed: true },
  ]);
});

test("a restricted activity is in the trust's totals and nowhere else", async () => {
  const hub = await hubWith({
    schools,
    employments: "staff_id | school_urn | staff_group | starts_on\ns1 | 100001 | teachers | 2020-09-01",
    programmes: "id | title | starts_on\np1 | Private matters | 2025-09-01",
    activities: "id | starts_on | ends_on | programme_id | is_restricted\na1 | 2025-10-01 | 2025-10-01 | p1 | true",
    participations: "activity_id | staff_id | evaluation_state\na1 | s1 | answered",
    evaluations: [
      {
        activity_id: "a1",
        wave: "end_of_session",
        school_urn: "100001",
        staff_group: "teachers",
        answers: { quality: 4 },
      },
    ],
  });
  const nowhere = { school_urn: null, staff_group: null, programme: null };
  expect(await hub.rows("select school_urn, staff_group, programme from marts.closed_answers")).toEqual([nowhere]);
  expect(await hub.rows("select school_urn, staff_group, programme, invited from marts.invitations")).toEqual([
    { ...nowhere, invited: 1 },
  ]);
  expect(await hub.rows("from marts.completions")).toEqual([]);
  expect(await readEvents(hub)).toEqual([]);
});

test("a school's own programme has no name among the trust's figures, where every reader would learn of that school", async () => {
  const hub = await hubWith({
    schools,
    employments: "staff_id | school_urn | staff_group | starts_on\ns1 | 100001 | teachers | 2020-09-01",
    programmes: "id | title | starts_on | school_urn\np1 | For all | 2025-09-01 |\np2 | For one | 2025-09-01 | 100001",
    activities: `
      id | starts_on  | ends_on    | programme_id
      a1 | 2025-10-01 | 2025-10-01 | p1
      a2 | 2025-10-01 | 2025-10-01 | p2
    `,
    participations: "activity_id | staff_id | evaluation_state\na1 | s1 | answered\na2 | s1 | answered",
    evaluations: ["a1", "a2"].map((activity_id) => ({
      activity_id,
      wave: "end_of_session",
      school_urn: "100001",
      staff_group: "teachers",
      answers: { quality: 4 },
    })),
  });
  const named = [{ programme: "For all" }, { programme: null }];
  expect(await hub.rows("select programme from marts.closed_answers order by programme nulls last")).toEqual(named);
  expect(await hub.rows("select programme from marts.invitations order by programme nulls last")).toEqual(named);
});

test("the latest edition of a published figure counts, and a school that was not yet in the trust is marked", async () => {
  const published = {
    geographic_level: "school",
    measure_code: "ks2_rwm_expected",
    time_period: 202324,
    population: 30,
  };
  const hub = await hubWith({
    schools: "urn | trust_joined_on\n100001 |\n100002 | 2025-01-01",
    outcomes: [
      { ...published, school_urn: "100001", value: 0.6, release_status: "provisional", retrieved_on: "2025-02-01" },
      { ...published, school_urn: "100001", value: 0.61, release_status: "final", retrieved_on: "2024-12-01" },
      { ...published, school_urn: "100002", value: 0.5 },
      { ...published, school_urn: "100002", time_period: 202425, status_code: "c" },
      { ...published, school_urn: "999999", value: 0.9 },
    ],
  });
  expect(
    await hub.rows("select school_urn, time_period, value, status, is_in_trust from marts.outcomes order by 1, 2"),
  ).toEqual([
    { school_urn: "100001", time_period: 202324, value: 0.61, status: "", is_in_trust: true },
    { school_urn: "100002", time_period: 202324, value: 0.5, status: "", is_in_trust: false },
    { school_urn: "100002", time_period: 202425, value: null, status: "[c]", is_in_trust: true },
  ]);
});

test("an organisation outside any trust is the schools where it employs people", async () => {
  const hub = await hubWith({
    policy: [{ trust_uid: null }],
    schools: [
      { urn: "100001", trust_uid: null },
      { urn: "100002", trust_uid: null },
    ],
    employments: "staff_id | school_urn | starts_on\ns1 | 100002 | 2020-09-01",
  });
  expect((await readSchools(hub)).map(({ urn }) => urn)).toEqual(["100002"]);
});

test("the policy's own words are read; a level that it does not name keeps its usual name", async () => {
  const levels = [{ level: "learning", name: "Skills put to use" }];
  const policy = await readPolicy(
    await hubWith({ policy: [{ levels, measures: ["attainment"], threshold_signed_in: 7 }] }),
  );
  expect(policy).toMatchObject({
    trust_uid: "T1",
    measures: ["attainment"],
    threshold_signed_in: 7,
    followup_min_months: null,
  });
  expect(policy.levels).toHaveLength(5);
  expect(policy.levels).toContainEqual({ level: "learning", name: "Skills put to use" });
  expect(policy.levels).toContainEqual({ level: "outcomes", name: "Pupil outcomes" });
  expect(policy.staff_groups.map(({ label }) => label)).toEqual(["Teachers", "Support staff"]);
});

test("an empty record has a policy of usual words, no schools, no events and no benchmarks", async () => {
  const hub = await hubWith({ policy: [] });
  expect(await readPolicy(hub)).toMatchObject({
    organisation_term: "trust",
    threshold_signed_in: 5,
    measures: [],
    trust_uid: null,
  });
  expect(await readSchools(hub)).toEqual([]);
  expect(await readEvents(hub)).toEqual([]);
  expect(await readBenchmarks(hub, await loadCatalogue())).toEqual([]);
});

test("a benchmark is the country's, a school's own authority's or the trust's, and says where it is from", async () => {
  const published = { measure_code: "ks2_rwm_expected", time_period: 202425, value: 0.62, population: 650_123 };
  const hub = await hubWith({
    schools: [{ urn: "100001", local_authority_code: "936" }],
    outcomes: [
      { ...published, geographic_level: "national", geography_name: "England" },
      {
        ...published,
        geographic_level: "local_authority",
        geography_code: "936",
        geography_name: "Hillshire",
        population: null,
      },
      { ...published, geographic_level: "local_authority", geography_code: "320", geography_name: "Elsewhere" },
      {
        ...published,
        geographic_level: "trust",
        geography_code: "T1",
        geography_name: "Invented Trust",
        status_code: "c",
      },
      { ...published, geographic_level: "trust", geography_code: "T2", geography_name: "Another" },
      { ...published, geographic_level: "national", geography_name: "Nobody knows", licence: null },
    ],
  });
  expect(
    (await readBenchmarks(hub, await loadCatalogue())).map(
      ({ geography, geography_name, value, status, population }) => [
        geography,
        geography_name,
        value,
        status,
        population,
      ],
    ),
  ).toEqual([
    ["local_authority", "Hillshire", 0.62, "", "Number not stated"],
    ["national", "England", 0.62, "", "650,123 pupils"],
    ["published_trust", "Invented Trust", null, "[c]", "650,123 pupils"],
  ]);
});

test("what happened up to today is on the charts: programmes, schools joining, another scale", async () => {
  const answer = (activity_id: string, scale_id: string) => ({
    activity_id,
    scale_id,
    wave: "end_of_session",
    answers: {},
  });
  const hub = await hubWith({
    schools: "urn | trust_joined_on\n100001 | 2025-01-01",
    programmes: `
      id | title         | school_urn | starts_on
      p1 | Reading aloud | 100001     | 2024-09-02
      p2 | Not yet begun |            | 2027-01-04
    `,
    activities: "id | starts_on | ends_on\na1 | 2025-03-01 | 2025-03-01\na2 | 2025-10-01 | 2025-10-01",
    evaluations: [answer("a1", "agree_5"), answer("a2", "agree_4")],
  });
  expect(await readEvents(hub)).toEqual([
    { on: "2024-09-02", time_period: 202425, label: "Reading aloud began", school_urn: "100001" },
    { on: "2025-01-01", time_period: 202425, label: "School 100001 joined", school_urn: null },
    { on: "2025-10-01", time_period: 202526, label: "The evaluation scale changed", school_urn: null },
  ]);
});
