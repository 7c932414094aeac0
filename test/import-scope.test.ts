import { describe, expect, test } from "vitest";
import { readContext } from "../pipelines/import/context.ts";
import { draftOf, planDraft } from "../pipelines/import/import.ts";
import type { Candidate, ImportKind } from "../pipelines/import/kind.ts";
import { readSheet } from "../pipelines/import/sheet.ts";
import { planFile } from "./import-files.ts";
import { csv, inventedTrust } from "./import-kind-reading.ts";
import { memoryRecord, schoolRecord } from "./import-memory.ts";

const ours = "900001";
const theirs = "900002";
const post = (id: string, staff_id: string, school_urn: string, ends_on: string | null = null) => ({
  id,
  staff_id,
  school_urn,
  staff_group: "teachers",
  starts_on: "2024-09-01",
  ends_on,
});
const record = memoryRecord({
  schools: [schoolRecord({ urn: ours }), schoolRecord({ urn: theirs })],
  records: {
    staff: ["here", "there", "left"].map((id) => ({
      id,
      first_name: "A",
      last_name: "Person",
      email: null,
      mis_reference: null,
    })),
    employments: [
      post("e1", "here", ours),
      post("e2", "there", theirs),
      post("e4", "left", ours, "2026-08-31"),
      { ...post("e5", "left", theirs), starts_on: "2026-09-01" },
    ],
    providers: [{ id: "p1", name: "Shared Provider", kind: "external" }],
  },
});

/** What becomes of one record that somebody would import for one school: it is added, changed, left or refused. */
async function outcome(...candidates: Omit<Candidate, "line">[]): Promise<string> {
  const kind: ImportKind = {
    name: "invented",
    about: "",
    read: () => ({
      candidates: candidates.map((candidate) => ({ ...candidate, line: 2 })),
      refused: [],
      not_ours: 0,
      notes: [],
    }),
  };
  const choices = { today: "2026-11-20", allowedSchoolUrns: [ours] };
  const sheet = await readSheet(Buffer.from("URN\n900001\n"), "invented.csv");
  const context = await readContext(kind, sheet, choices, record);
  const plan = await planDraft(draftOf(kind, sheet, choices, context), context, record);
  const { added, changed, left, refused } = plan;
  return [added.length && "added", changed.length && "changed", left && "left", refused.length && "refused"]
    .filter(Boolean)
    .join(", ");
}

const employment = (fields: ReturnType<typeof post>) =>
  ({ collection: "employments", key: fields.id, fields }) as const;
const staff = (key: string, school_urn: string) =>
  ({ collection: "staff", key, school_urn, fields: { id: key, last_name: "Changed" } }) as const;
const participation = (staff_id: string) =>
  ({ collection: "participations", key: "new", fields: { id: "new", staff_id, activity_id: "a" } }) as const;
const activity = (school_urn: string | null) =>
  ({ collection: "activities", key: "a", fields: { id: "a", title: "Phonics", school_urn } }) as const;

describe("somebody who imports for one school", () => {
  test.for<[string, Omit<Candidate, "line">[], string]>([
    ["changes its staff", [staff("here", ours)], "changed"],
    ["adds a member of staff", [staff("new", ours)], "added"],
    ["does not change another school's staff, whatever the file claims", [staff("there", ours)], "left"],
    ["adds nobody at another school", [staff("new", theirs)], "refused"],
    ["adds a post there for somebody new", [staff("new", ours), employment(post("e3", "new", ours))], "added"],
    ["adds a second post of its own staff", [employment(post("e3", "here", ours))], "added"],
    [
      "gives nobody of another school a post there",
      [staff("there", ours), employment(post("e3", "there", ours))],
      "refused",
    ],
    ["gives nobody who left a post there again", [employment(post("e3", "left", ours))], "refused"],
    ["does not open the post again of somebody who left", [employment(post("e4", "left", ours, "2027-08-31"))], "left"],
    ["puts right the last day of somebody who left", [employment(post("e4", "left", ours, "2026-08-30"))], "changed"],
    ["does not change somebody who left, such as their address", [staff("left", ours)], "left"],
    ["adds nothing about somebody who left", [participation("left")], "refused"],
    ["does not move another school's post", [employment(post("e2", "there", ours))], "left"],
    ["adds what its staff took part in", [participation("here")], "added"],
    ["adds nothing about another school's staff", [participation("there")], "refused"],
    ["adds an activity that it hosts", [activity(ours)], "added"],
    ["adds none of the whole trust", [activity(null)], "refused"],
    [
      "does not change a provider that all share",
      [{ collection: "providers", key: "p1", school_urn: ours, fields: { id: "p1", kind: "university" } }],
      "left",
    ],
    ["writes no part of a row that is refused", [activity(ours), participation("there")], "refused"],
    ["changes no school", [{ collection: "schools", key: ours, fields: { urn: ours, name: "New" } }], "refused"],
  ])("%s", async ([, candidates, expected]) => {
    expect(await outcome(...candidates)).toBe(expected);
  });
});

test("a staff export of one school takes over nobody of another, and says what to do", async () => {
  const named = (id: string, last_name: string) => ({
    id,
    first_name: "Ada",
    last_name,
    email: null,
    mis_reference: null,
  });
  const trust = inventedTrust({
    staff: [named("there", "Example"), named("left", "Sample")],
    employments: [post("e1", "there", "900002"), post("e2", "left", "900001", "2026-08-31")],
  });
  const bytes = csv(`
    Name,Email,School,Staff group,Start date,End date
    Ada Example,,900001,Teachers,2026-09-01,
    Ada Sample,old@school.example,900001,Teachers,2024-09-01,2026-08-31
    Ada Newcomer,new@school.example,900001,Teachers,2026-09-01,
    Ada Elsewhere,else@school.example,900002,Teachers,2026-09-01,
  `);
  const limited = await planFile("staff", "staff.csv", trust, { bytes, allowedSchoolUrns: ["900001"] });
  expect(limited.refused).toEqual([
    { line: 2, column: null, reason: expect.stringContaining("ask a CPD administrator to move them") },
  ]);
  expect(limited.added.map(({ collection, line }) => [collection, line])).toEqual([
    ["staff", 4],
    ["employments", 4],
  ]);
  expect(limited.not_ours).toBe(1);
  expect(limited.changed.map(({ collection, key }) => [collection, key])).toEqual([["employments", "e2"]]);
  const all = await planFile("staff", "staff.csv", trust, { bytes });
  expect(all.refused).toEqual([]);
  expect(all.changed.map(({ collection, key }) => [collection, key])).toContainEqual(["staff", "left"]);
});
