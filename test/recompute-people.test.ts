import { beforeAll, expect, test } from "vitest";
import { calculate } from "../pipelines/measures/calculate.ts";
import { loadCatalogue } from "../pipelines/measures/catalogue.ts";
import type { Warehouse } from "../pipelines/warehouse.ts";
import { demoHub } from "./harness/demo.ts";
import { asCells, Cells, demo, rowsOf, staffInPost, yearOf } from "./recompute.ts";

const measures = await loadCatalogue();
const staff = staffInPost();
const teachers = staff.filter(({ is_teacher }) => is_teacher);
let hub: Warehouse;

beforeAll(async () => {
  hub = await demoHub(demo);
});

const pipeline = async (id: string) => asCells(await calculate(hub, measures.find((measure) => measure.id === id)!));
const total = (school: string | null, year: number): [string | null, number, string, string] => [
  school,
  year,
  "total",
  "Total",
];
const yearBefore = (year: number) => {
  const start = Math.floor(year / 100) - 1;
  return start * 100 + ((start + 1) % 100);
};

/** The days on which somebody holds a kind of qualification. */
const held = (codes: (code: string) => boolean) => {
  const days = new Map<unknown, { from: string; to: string }[]>();
  for (const row of rowsOf("qualifications").filter(
    ({ qualification, state }) => state === "gained" && codes(String(qualification)),
  )) {
    const span = { from: String(row["gained_on"] ?? "1900-01-01"), to: String(row["expires_on"] ?? "9999-12-31") };
    days.set(row["staff_id"], [...(days.get(row["staff_id"]) ?? []), span]);
  }
  return days;
};
const nextCensus = (census: string) => `${Number(census.slice(0, 4)) + 1}${census.slice(4)}`;

test("teacher turnover is who left their school, by full-time equivalents", async () => {
  const cells = new Cells();
  for (const { school_urn, year, staysInSchool, fte } of teachers) {
    if (staysInSchool === null) continue;
    for (const place of [null, school_urn]) cells.add(total(place, year), Number(!staysInSchool), 1, fte);
  }
  expect(await pipeline("staff_turnover")).toEqual(cells.figures());
});

test("stability follows everybody in their own school, and moves within the trust are those who stay in it elsewhere", async () => {
  const stable = new Cells();
  const moved = new Cells();
  for (const { year, staysInSchool, staysInTrust } of staff) {
    if (staysInSchool === null) continue;
    stable.add(total(null, year), Number(staysInSchool));
    moved.add(total(null, year), Number(staysInTrust && !staysInSchool));
  }
  expect(await pipeline("staff_stability")).toEqual(stable.figures());
  expect(await pipeline("moved_within_trust")).toEqual(moved.figures());
});

test("those who completed a programme are set beside others of their roles, each role counting as often", async () => {
  const restricted = new Set(
    rowsOf("activities").flatMap(({ is_restricted, programme_id }) => (is_restricted ? [programme_id] : [])),
  );
  const programmes = new Map(
    rowsOf("activities")
      .filter((one) => one["programme_id"] && !restricted.has(one["programme_id"]) && one["decision"] !== "declined")
      .map((one) => [one["id"], one]),
  );
  const members = new Set(
    rowsOf("participations").flatMap(({ staff_id, activity_id, state, completed_on }) => {
      const activity = programmes.get(activity_id);
      return activity && state === "completed" ? [`${staff_id} ${yearOf(completed_on ?? activity["ends_on"])}`] : [];
    }),
  );
  const standing = new Set(staff.map(({ staff_id, year }) => `${staff_id} ${year}`));
  const up = staff.filter(({ staysInTrust }) => staysInTrust !== null);
  const compared = up
    .filter(({ staff_id, year }) => standing.has(`${staff_id} ${yearBefore(year)}`))
    .map((one) => ({ ...one, isMember: members.has(`${one.staff_id} ${yearBefore(one.year)}`) }));
  const countOf = (year: number, group: string, isMember: boolean) =>
    compared.filter((one) => one.year === year && one.staff_group === group && one.isMember === isMember).length;
  const cells = new Cells();
  for (const { year, staff_group, staysInTrust, isMember } of compared) {
    const [took, others] = [countOf(year, staff_group, true), countOf(year, staff_group, false)];
    if (took === 0 || others === 0) continue;
    const category = isMember ? "Completed a programme" : "Did not, in the same roles";
    if (isMember) cells.add(total(null, year), Number(staysInTrust));
    cells.add([null, year, "programme_last_year", category], Number(staysInTrust), 1, isMember ? 1 : took / others);
  }
  expect(cells.cells.size).toBeGreaterThan(8);
  expect(await pipeline("retained_after_cpd")).toEqual(cells.figures());
});

test("a net change is who became a holder and stayed, less the holders who left", async () => {
  const npq = held((code) => code.startsWith("NPQ"));
  const cells = new Cells();
  for (const { staff_id, year, census, staysInTrust } of teachers) {
    if (staysInTrust === null) continue;
    const spans = npq.get(staff_id) ?? [];
    const isHolder = spans.some(({ from, to }) => from <= census && to >= census);
    const gains = !isHolder && spans.some(({ from }) => from > census && from <= nextCensus(census));
    cells.add(total(null, year), staysInTrust ? Number(gains) : -Number(isHolder));
  }
  expect(await pipeline("npq_net_change")).toEqual(cells.figures());
});

test("shares of holders and of early career teachers are of those in post on the census day", async () => {
  const hlta = held((code) => code === "HLTA");
  const holders = new Cells();
  for (const { staff_id, year, census, is_teacher } of staff) {
    if (is_teacher) continue;
    const isHolder = (hlta.get(staff_id) ?? []).some(({ from, to }) => from <= census && to >= census);
    holders.add(total(null, year), Number(isHolder));
  }
  expect(await pipeline("hlta_holders")).toEqual(holders.figures());
  const inductions = rowsOf("qualifications").filter(
    ({ qualification, state }) => qualification === "ECT" && state !== "withdrawn",
  );
  const early = new Cells();
  for (const { staff_id, year, census } of teachers) {
    const isRunning = inductions.some(
      (row) =>
        row["staff_id"] === staff_id &&
        String(row["started_on"]) <= census &&
        String(row["gained_on"] ?? "9999-12-31") > census,
    );
    early.add(total(null, year), Number(isRunning));
  }
  expect(await pipeline("ect_share")).toEqual(early.figures());
});
