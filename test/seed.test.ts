import { createHash } from "node:crypto";
import { describe, expect, test } from "vitest";
import { readProfile } from "../directus/profiles.ts";
import { collections as schema } from "../directus/schema/record.ts";
import { demoAccounts } from "../directus/seed/accounts.ts";
import { demoRecords, type Row } from "../directus/seed/records.ts";
import { type Collection, records as extracted } from "../pipelines/extract/records.ts";

const today = "2026-11-20";
const criteria = readProfile("C").criteria.map(({ key }) => key);
const demo = demoRecords(today, criteria);
const rowsOf = (collection: string) => demo[collection]!;
const byId = (collection: string) => new Map(rowsOf(collection).map((row) => [row["id"], row]));
const count = (rows: Row[], by: (row: Row) => string) => {
  const counts: Record<string, number> = {};
  for (const row of rows) counts[by(row)] = (counts[by(row)] ?? 0) + 1;
  return counts;
};
const inPost = (day: string) =>
  rowsOf("employments").filter(
    ({ starts_on, ends_on }) => String(starts_on) <= day && (ends_on === null || String(ends_on) >= day),
  );
const yearOf = (day: unknown) => Number(String(day).slice(0, 4)) - (String(day).slice(5, 7) < "09" ? 1 : 0);

describe("the demo trust", () => {
  test("is the same on every run", () => {
    const hash = (records: unknown) => createHash("sha256").update(JSON.stringify(records)).digest("hex");
    expect(hash(demoRecords(today, criteria))).toBe(hash(demo));
  });

  test("has eight schools, about 450 people in post and 6,000 to 10,000 participations over five years", () => {
    expect(count(rowsOf("schools"), ({ phase }) => String(phase))).toEqual({ primary: 5, secondary: 2, special: 1 });
    const employees = inPost(today).filter(({ staff_group }) => staff_group !== "governors");
    expect(employees.length).toBeGreaterThan(400);
    expect(employees.length).toBeLessThan(470);
    const activities = byId("activities");
    const years = new Set(
      rowsOf("participations").map((one) => yearOf(activities.get(one["activity_id"])!["ends_on"])),
    );
    expect([...years].sort()).toEqual([2022, 2023, 2024, 2025, 2026]);
  });

  test.for(["2026-09-01", "2026-11-20", "2027-03-01", "2027-08-31"])("is of the same size when today is %s", (day) => {
    const participations = demoRecords(day)["participations"]!.length;
    expect(participations).toBeGreaterThan(6_000);
    expect(participations).toBeLessThan(10_000);
  });

  test("has one school with nine staff", () => {
    const staff = count(inPost(today), ({ school_urn }) => String(school_urn));
    expect(staff["900004"]).toBe(9);
    expect(Object.values(staff).filter((people) => people < 20)).toEqual([9]);
  });

  test("gives no two people the same name, e-mail address or reference, and nobody two posts at once", () => {
    const staff = rowsOf("staff");
    for (const field of ["email", "mis_reference"])
      expect(new Set(staff.map((row) => row[field])).size).toBe(staff.length);
    expect(staff.every(({ email }) => String(email).endsWith(".example"))).toBe(true);
    for (const day of ["2022-10-01", "2024-09-01", "2025-12-31", today]) {
      const people = inPost(day).map(({ staff_id }) => staff_id);
      expect(new Set(people).size).toBe(people.length);
    }
  });

  test("has people who leave, who move between its schools and who are promoted", () => {
    const left = count(rowsOf("employments"), ({ destination }) => String(destination));
    for (const destination of ["own_trust", "other_state_school", "left_state_sector", "retired", "unknown"]) {
      expect(left[destination], destination).toBeGreaterThan(4);
    }
    // Everybody said to have stayed in the trust has a post that follows, and nobody else has.
    const starts = new Set(rowsOf("employments").map(({ staff_id, starts_on }) => `${staff_id} ${starts_on}`));
    for (const { staff_id, ends_on, destination } of rowsOf("employments")) {
      if (ends_on === null) continue;
      const next = new Date(Date.parse(String(ends_on)) + 86_400_000).toISOString().slice(0, 10);
      expect(starts.has(`${staff_id} ${next}`)).toBe(destination === "own_trust");
    }
  });

  test("has an account for each role, and a CPD lead and a governor of the same primary school", () => {
    expect(new Set(demoAccounts.map(({ role }) => role)).size).toBe(6);
    const schools = demoAccounts.flatMap(({ appointments }) => appointments.map(({ school_urn }) => school_urn));
    expect(schools).toEqual([null, null, null, null, "900001", "900001"]);
  });
});

describe("the demo's records", () => {
  test("are what the collections take: known fields, nothing missing, every choice in its list", () => {
    const wrong: string[] = [];
    for (const [name, rows] of Object.entries(demo)) {
      const { fields } = schema.find(({ collection }) => collection === name)!;
      const columns = fields.flatMap(({ field, schema: column, meta }) =>
        column ? [{ field, isNeeded: column["is_nullable"] === false, choices: choicesOf(meta["validation"]) }] : [],
      );
      const known = new Set(columns.map(({ field }) => field));
      for (const row of rows) {
        for (const field of Object.keys(row)) if (!known.has(field)) wrong.push(`${name} has no ${field}`);
        for (const { field, isNeeded, choices } of columns) {
          const value = row[field] ?? null;
          if (isNeeded && value === null) wrong.push(`${name}.${field} is missing`);
          if (choices && value !== null && !choices.includes(value)) wrong.push(`${name}.${field} is ${value}`);
        }
      }
    }
    expect([...new Set(wrong)]).toEqual([]);
  });

  test("are all taken by the pipeline", () => {
    for (const [name, rows] of Object.entries(demo)) {
      const reads = extracted[name as Collection];
      // Forms are asked about in the record itself.
      if (!reads) continue;
      // As Directus gives back what was left out.
      const empty = Object.fromEntries(Object.keys(reads.shape).map((field) => [field, null]));
      for (const row of rows) {
        const read = reads.safeParse({ ...empty, ...row });
        expect(read.error?.issues ?? [], name).toEqual([]);
      }
    }
  });

  test("refer only to records of the demo, which come before them", () => {
    const order = Object.keys(demo);
    for (const [position, name] of order.entries()) {
      for (const { field, related_collection } of schema.find(({ collection }) => collection === name)!.relations) {
        // The forms are the hub's own, and nobody was asked in another's place.
        if (related_collection === "questionnaires" || related_collection === name) continue;
        const to = related_collection === "schools" ? "urn" : "id";
        const keys = new Set(rowsOf(related_collection).map((row) => row[to]));
        expect(order.indexOf(related_collection), `${name}.${field}`).toBeLessThan(position);
        const lost = rowsOf(name).filter((row) => row[field] != null && !keys.has(row[field]));
        expect(lost, `${name}.${field}`).toEqual([]);
      }
    }
  });

  test("have a key each, and nobody is in an activity twice or outside their time in post", () => {
    for (const [name, rows] of Object.entries(demo)) {
      expect(new Set(rows.map((row) => row["id"] ?? row["urn"])).size, name).toBe(rows.length);
    }
    const activities = byId("activities");
    const spells = new Map<unknown, Row[]>();
    for (const spell of rowsOf("employments"))
      spells.set(spell["staff_id"], [...(spells.get(spell["staff_id"]) ?? []), spell]);
    const pairs = rowsOf("participations").map(({ activity_id, staff_id }) => `${activity_id} ${staff_id}`);
    expect(new Set(pairs).size).toBe(pairs.length);
    const outside = rowsOf("participations").filter(({ activity_id, staff_id }) => {
      const day = String(activities.get(activity_id)!["starts_on"]);
      return !spells
        .get(staff_id)!
        .some((spell) => String(spell["starts_on"]) <= day && String(spell["ends_on"] ?? "9") >= day);
    });
    expect(outside).toEqual([]);
  });
});

/** The keys that a field's validation allows; undefined where it is not a choice. */
function choicesOf(validation: unknown): unknown[] | undefined {
  const found = /"_in":(\[[^\]]*\])/.exec(JSON.stringify(validation ?? null));
  return found ? (JSON.parse(found[1]!) as unknown[]) : undefined;
}
