import { expect, test } from "vitest";
import { calculate, calculateAll } from "../pipelines/measures/calculate.ts";
import { loadCatalogue } from "../pipelines/measures/catalogue.ts";
import type { Measure, MeasureSource } from "../pipelines/measures/define.ts";
import { openWarehouse } from "../pipelines/warehouse.ts";
import { hubWith } from "./harness/hub.ts";

const catalogue = await loadCatalogue();
const template = catalogue.find(({ id }) => id === "staff_turnover")!;

/** A measure with this query, otherwise like a real one. */
function measureOf(sql: string, definition: Partial<MeasureSource> = {}): Measure {
  return { ...template, id: "invented", sql, definition: { ...template.definition, ...definition } };
}

const rows = (values: string, columns: string) => `select * from (values ${values}) as counted (${columns})`;

test("one measure that fails leaves the others standing", async () => {
  const warehouse = await openWarehouse();
  const good = measureOf(rows("(202526, 1, 2)", "time_period, numerator, denominator"));
  const bad = { ...measureOf("select * from marts.no_such_table"), id: "broken" };
  const { figures, failures } = await calculateAll(warehouse, [bad, good]);
  expect(figures.map(({ measure_id }) => measure_id)).toEqual(["invented"]);
  expect(failures).toMatchObject([{ measure_id: "broken", problem: expect.not.stringContaining("no_such_table") }]);
});

test("a query without a denominator is named, with what to do", async () => {
  const warehouse = await openWarehouse();
  await expect(calculate(warehouse, measureOf("select 202526 as time_period, 1 as numerator"))).rejects.toMatchObject({
    at: "pipelines/measures/invented/query.sql",
    problem: "has no column denominator",
  });
});

test("a column that is no breakdown is refused, as it could be a person", async () => {
  const warehouse = await openWarehouse();
  const sql = rows("(202526, 1, 2, 'x')", "time_period, numerator, denominator, staff_name");
  await expect(calculate(warehouse, measureOf(sql))).rejects.toThrow("staff_name");
});

test("a trust's figure is over the schools that have one, and each school keeps its own mark", async () => {
  const warehouse = await openWarehouse();
  const sql = rows(
    "(202425, 'A', 30, 50, ''), (202425, 'B', null, null, '[c]'), (202526, 'A', null, null, '[x]'), (202526, 'B', null, null, '[x]')",
    "time_period, school_urn, numerator, denominator, status",
  );
  const figures = await calculate(warehouse, measureOf(sql));
  expect(figures.map((figure) => [figure.school_urn, figure.time_period, figure.value, figure.status])).toEqual([
    [null, 202425, 0.6, ""],
    [null, 202526, null, "[x]"],
    ["A", 202425, 0.6, ""],
    ["A", 202526, null, "[x]"],
    ["B", 202425, null, "[c]"],
    ["B", 202526, null, "[x]"],
  ]);
});

test("a break in one school's series is a break in the trust's; low coverage of one school is not", async () => {
  const warehouse = await openWarehouse();
  const sql = rows(
    "(202425, 'A', 1, 2, '[b]'), (202425, 'B', 1, 2, ''), (202526, 'A', 1, 2, '[low]'), (202526, 'B', 1, 2, '')",
    "time_period, school_urn, numerator, denominator, status",
  );
  const trust = (await calculate(warehouse, measureOf(sql))).filter(({ school_urn }) => school_urn === null);
  expect(trust.map(({ status }) => status)).toEqual(["[b]", ""]);
});

test("somebody without a category counts in the total alone", async () => {
  const warehouse = await openWarehouse();
  const sql = rows(
    "(202526, 1, 1, 'Teachers'), (202526, 0, 1, null)",
    "time_period, numerator, denominator, staff_group",
  );
  const figures = await calculate(warehouse, measureOf(sql, { breakdowns: ["staff_group"] }));
  expect(figures.map(({ category, denominator }) => [category, denominator])).toEqual([
    ["Total", 2],
    ["Teachers", 1],
  ]);
});

test("nobody having answered is not available, which is not zero", async () => {
  const warehouse = await openWarehouse();
  const sql = rows("(202526, 0, 0, 12)", "time_period, numerator, denominator, invited");
  const [figure] = await calculate(warehouse, measureOf(sql));
  expect(figure).toMatchObject({ value: null, denominator: null, invited: null, status: "[x]" });
});

test("a rate of full-time equivalents counts people for its interval", async () => {
  const warehouse = await openWarehouse();
  // Half-timers left: 2 × 0.5 of 2 × 0.5 + 8 × 1 is 1/9, beside 2 of 10 people.
  const sql = rows(
    `(202526, 1, 1, 0.5), (202526, 1, 1, 0.5)${", (202526, 0, 1, 1)".repeat(8)}`,
    "time_period, numerator, denominator, weight",
  );
  const [figure] = await calculate(warehouse, measureOf(sql));
  expect(figure).toMatchObject({ numerator: 2, denominator: 10, value: expect.closeTo(1 / 9, 9) });
  expect(figure!.lower).toBeLessThan(1 / 9);
  expect(figure!.upper).toBeGreaterThan(0.4);
});

const staff = Array.from({ length: 60 }, (_, index) => {
  const ends = index % 7 === 0 ? "2024-08-31" : "";
  return `s${index} | ${100001 + (index % 3)} | ${index % 4 === 0 ? "support" : "teachers"} | ${index % 5 === 0 ? 0.6 : 1} | 2022-09-01 | ${ends}`;
}).join("\n");

const record = {
  schools: "urn\n100001\n100002\n100003",
  employments: `staff_id | school_urn | staff_group | fte | starts_on | ends_on\n${staff}`,
};

test("schools and staff groups add up to the trust", async () => {
  const measure = catalogue.find(({ id }) => id === "staff_retention_in_trust")!;
  const retention = await calculate(await hubWith(record), measure);
  const total = retention.find((figure) => figure.school_urn === null && figure.breakdown === "total")!;
  const sameYear = retention.filter((figure) => figure.time_period === total.time_period);
  const sum = (parts: typeof retention) => ({
    numerator: parts.reduce((sum, { numerator }) => sum + numerator!, 0),
    denominator: parts.reduce((sum, { denominator }) => sum + denominator!, 0),
  });
  const { numerator, denominator } = total;
  expect(sum(sameYear.filter(({ school_urn, breakdown }) => school_urn && breakdown === "total"))).toEqual({
    numerator,
    denominator,
  });
  expect(sum(sameYear.filter(({ school_urn, breakdown }) => !school_urn && breakdown !== "total"))).toEqual({
    numerator,
    denominator,
  });
});

test("a record without anything gives no figures and no failures", async () => {
  expect(await calculateAll(await hubWith({ policy: [] }), catalogue)).toEqual({ figures: [], failures: [] });
});
