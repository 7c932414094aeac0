import { describe, expect, test } from "vitest";
import { readContext } from "../pipelines/import/context.ts";
import { draftOf, planDraft } from "../pipelines/import/import.ts";
import type { Candidate, ImportKind } from "../pipelines/import/kind.ts";
import { readSheet } from "../pipelines/import/sheet.ts";
import { memoryRecord, schoolRecord } from "./import-memory.ts";

const ours = "900001";
const theirs = "900002";
const post = (id: string, staff_id: string, school_urn: string) => ({
  id,
  staff_id,
  school_urn,
  staff_group: "teachers",
  starts_on: "2024-09-01",
  ends_on: null,
});
const record = memoryRecord({
  schools: [schoolRecord({ urn: ours }), schoolRecord({ urn: theirs })],
  records: {
    staff: ["here", "there"].map((id) => ({
      id,
      first_name: "A",
      last_name: "Person",
      email: null,
      mis_reference: null,
    })),
    employments: [post("e1", "here", ours), post("e2", "there", theirs)],
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
    [
      "adds a post there for somebody who moves in",
      [{ collection: "employments", key: "e3", fields: post("e3", "there", ours) }],
      "added",
    ],
    [
      "does not move another school's post",
      [{ collection: "employments", key: "e2", fields: post("e2", "there", ours) }],
      "left",
    ],
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
