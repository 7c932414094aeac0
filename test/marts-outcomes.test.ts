import { expect, test } from "vitest";
import { loadCatalogue } from "../pipelines/measures/catalogue.ts";
import { publishedCatalogue } from "../pipelines/measures/publish.ts";
import { demoHub } from "./harness/demo.ts";
import { hubWith } from "./harness/hub.ts";

const schools = `
  urn    | trust_joined_on
  900001 | 2015-09-01
  900002 | 2023-09-01
`;

test("a year in which nobody published a school's result has a row that says so, and only between those that have one", async () => {
  const hub = await hubWith({
    schools,
    outcomes: `
      geographic_level | school_urn | measure_code     | time_period | value | population
      school           | 900001     | ks4_attainment_8 | 201819      | 46    | 100
      school           | 900001     | ks4_attainment_8 | 202122      | 48    | 100
      school           | 900001     | ks4_attainment_8 | 202223      | 47    | 100
      school           | 900001     | ks4_progress_8   | 202122      | 0.1   | 90
      school           | 900002     | ks4_attainment_8 | 202223      | 44    | 50
    `,
  });
  const rows = await hub.rows(`
    select outcome_code, school_urn, time_period, value, status, is_in_trust
    from marts.published_results
    where status = '[x]'
    order by all`);
  expect(rows).toEqual([
    ...[201920, 202021].map((time_period) => ({
      outcome_code: "ks4_attainment_8",
      school_urn: "900001",
      time_period,
      value: null,
      status: "[x]",
      is_in_trust: true,
    })),
    // The year has other results of the same key stage, but no progress.
    {
      outcome_code: "ks4_progress_8",
      school_urn: "900001",
      time_period: 202223,
      value: null,
      status: "[x]",
      is_in_trust: true,
    },
  ]);
});

test("a school that joined on the way is not among the schools with a figure every year, nor is one without a weight", async () => {
  const hub = await hubWith({
    schools: `${schools}  900003 | 2015-09-01`,
    outcomes: `
      geographic_level | school_urn | measure_code     | time_period | value | population | lower | upper
      school           | 900001     | ks2_rwm_expected | 202223      | 0.6   | 50         |       |
      school           | 900001     | ks2_rwm_expected | 202324      | 0.7   | 50         | 0.6   | 0.9
      school           | 900002     | ks2_rwm_expected | 202223      | 0.6   | 50         |       |
      school           | 900002     | ks2_rwm_expected | 202324      | 0.7   | 50         |       |
      school           | 900003     | ks2_rwm_expected | 202223      | 0.6   |            |       |
      school           | 900003     | ks2_rwm_expected | 202324      | 0.7   | 40         |       |
    `,
  });
  const rows = await hub.rows(`
    select school_urn, time_period, status, is_in_trust, same_schools is not null as is_same, half_width
    from marts.published_results
    order by all`);
  expect(rows.map((row) => Object.values(row))).toEqual([
    ["900001", 202223, "", true, true, null],
    ["900001", 202324, "", true, true, expect.closeTo(0.15, 9)],
    ["900002", 202223, "", false, false, null],
    ["900002", 202324, "", true, false, null],
    ["900003", 202223, "[x]", true, false, null],
    ["900003", 202324, "", true, false, null],
  ]);
});

test("a school's grades stand until its first report card, and each kind is judged by its own steps", async () => {
  const hub = await hubWith({
    schools,
    outcomes: `
      geographic_level | school_urn | measure_code                    | time_period | value
      school           | 900001     | inspection_overall              | 202324      | 2
      school           | 900001     | inspection_quality_of_education | 202324      | 3
      school           | 900001     | report_card_safeguarding        | 202526      | 1
      school           | 900001     | report_card_inclusion           | 202526      | 3
      school           | 900001     | report_card_achievement         | 202526      | 4
    `,
  });
  const rows = await hub.rows(
    "select academic_year, is_report_card, area, is_expected_or_better from marts.standing_judgements order by all",
  );
  expect(rows.map((row) => Object.values(row))).toEqual([
    [202324, false, "Quality of education", false],
    [202425, false, "Quality of education", false],
    ...[202526, 202627].flatMap((year) => [
      [year, true, "Achievement", false],
      [year, true, "Inclusion", true],
      [year, true, "Safeguarding", true],
    ]),
  ]);
});

test("what got in the way may be one thing, several or nothing, and what is no known barrier is left out", async () => {
  const answers = [
    { barriers: "time" },
    { barriers: ["time", "support"] },
    { barriers: ["none"] },
    { barriers: "cats" },
  ];
  const hub = await hubWith({
    schools,
    activities: [{ id: "a1", starts_on: "2026-01-10", ends_on: "2026-01-10", followup_wave: "closed" }],
    evaluations: [...answers, { barriers: null }].map((given, index) => ({
      id: `e${index}`,
      activity_id: "a1",
      wave: "follow_up",
      scale_id: "use_4",
      answers: given,
    })),
  });
  const rows = await hub.rows("select barrier, count(*)::integer as answers from marts.barriers group by 1 order by 1");
  expect(rows).toEqual([
    { barrier: "none", answers: 1 },
    { barrier: "support", answers: 1 },
    { barrier: "time", answers: 2 },
  ]);
});

test("a year without a figure says why among the caveats, and in the demo none of those years has one", async () => {
  const measures = await loadCatalogue();
  const absent = measures.filter(({ definition }) => definition.absences);
  expect(absent.length).toBeGreaterThan(8);
  const progress = publishedCatalogue(measures, { measures: [] }, []).find(({ id }) => id === "ks4_progress_8")!;
  expect(progress.caveats.at(-1)).toMatch(
    /^2024\/25 and 2025\/26: not available\. The Department for Education worked out none: /,
  );
  const hub = await demoHub();
  for (const { definition } of absent) {
    const years = definition.absences!.flatMap(({ time_periods }) => time_periods);
    const [found] = await hub.rows<{ rows: number }>(
      `select count(*)::integer as rows from marts.published_results
       where outcome_code = $1 and value is not null and time_period in (${years.join(", ")})`,
      [definition.outcome_measure_code!],
    );
    expect([definition.title, found!.rows]).toEqual([definition.title, 0]);
  }
});
