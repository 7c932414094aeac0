import { beforeAll, describe, expect, test } from "vitest";
import type { Lookups, StaffNames } from "../pipelines/import/lookups.ts";
import { readLookups } from "../pipelines/import/read-lookups.ts";
import { memoryRecord, schoolRecord } from "./import-memory.ts";

const person = (
  id: string,
  first_name: string,
  last_name: string,
  email: string | null,
  mis_reference: string | null,
) => ({
  id,
  first_name,
  last_name,
  email,
  mis_reference,
});
const post = (staff_id: string, school_urn: string, starts_on = "2024-09-01") => ({
  id: `${staff_id}-${school_urn}`,
  staff_id,
  school_urn,
  staff_group: "teachers",
  starts_on,
});
const activity = (id: string, title: string, starts_on: string, ends_on: string | null = null) => ({
  id,
  title,
  starts_on,
  ends_on,
});

let lookups: Lookups;
beforeAll(async () => {
  const schools = [
    schoolRecord({ urn: "900001", name: "St. Invented's Primary" }),
    schoolRecord({ urn: "900002", name: "Twin" }),
    schoolRecord({ urn: "900003", name: "Twin" }),
  ];
  const record = memoryRecord({
    records: {
      staff: [
        person("zoe", "Zoë", "Madeup", "zoe@one.example", "17"),
        person("same1", "Sam", "Same", null, "17"),
        person("same2", "Sam", "Same", "sam@three.example", null),
        person("new", "Nell", "Newcomer", null, null),
        { ...person("gone", "Gus", "Gone", "gus@one.example", null), status: "archived" },
      ],
      employments: [
        post("zoe", "900002", "2022-09-01"),
        post("zoe", "900001"),
        post("same1", "900002"),
        post("same2", "900003"),
      ],
      activities: [
        activity("a1", "Phonics", "2026-09-01", "2026-09-30"),
        activity("a2", "Phonics", "2026-10-01"),
        activity("a3", "Fractions", "2026-10-01"),
      ],
      participations: [
        { id: "typed", activity_id: "a1", staff_id: "zoe", import_batch: null },
        { id: "imported", activity_id: "a2", staff_id: "zoe", import_batch: "b1" },
      ],
      providers: [{ id: "p1", name: "Invented Training Ltd." }],
    },
  });
  lookups = await readLookups(["staff", "activities", "participations", "providers"], schools, record);
});

describe("a member of staff is found by the surest thing a file says", () => {
  test.for<[string, StaffNames, string | null]>([
    ["an e-mail address in any case", { email: " ZOE@one.example" }, "zoe"],
    ["an e-mail address before a reference of somebody else", { email: "zoe@one.example", mis_reference: "9" }, "zoe"],
    ["a reference at their school", { mis_reference: "17", school_urn: "900001" }, "zoe"],
    ["a name without its accents", { first_name: "zoe", last_name: "MADEUP" }, "zoe"],
    ["a whole name, the last one first", { full_name: "Madeup, Zoe" }, "zoe"],
    ["a whole name with a title", { full_name: "Ms. Zoë Madeup" }, "zoe"],
    ["a name that two people share, at one of their schools", { full_name: "Sam Same", school_urn: "900003" }, "same2"],
    ["somebody whose school is not recorded", { full_name: "Nell Newcomer", school_urn: "900001" }, "new"],
    ["a name at a school where nobody has it", { full_name: "Sam Same", school_urn: "900001" }, null],
    ["somebody who has been archived", { email: "gus@one.example" }, null],
    ["nothing at all", {}, null],
  ])("%s", ([, names, id]) => {
    expect(lookups.staff(names).item?.id ?? null).toBe(id);
  });

  test("and where several fit, nobody is taken", () => {
    expect(lookups.staff({ full_name: "Sam Same" })).toMatchObject({ item: null, isAmbiguous: true });
    expect(lookups.staff({ mis_reference: "17" })).toMatchObject({ item: null, isAmbiguous: true });
    expect(lookups.staff({ full_name: "Nobody Here" })).toMatchObject({ item: null, isAmbiguous: false });
  });
});

test("an activity is found by its title, and by a day on which it took place where several have it", () => {
  expect(lookups.activity("fractions").item?.id).toBe("a3");
  expect(lookups.activity("Phonics").reason).toContain("give the day");
  expect(lookups.activity("Phonics", "2026-10-01").item?.id).toBe("a2");
  expect(lookups.activity("Phonics", "2026-09-15").item?.id).toBe("a1");
  expect(lookups.activity("Phonics", "2026-12-01").reason).toContain("not on that day");
});

test("a school is found by its number or its name, and never where two share it", () => {
  expect(lookups.school("900001").item?.urn).toBe("900001");
  expect(lookups.school("ST INVENTED’S  PRIMARY").item?.urn).toBe("900001");
  expect(lookups.school("Twin").reason).toContain("give the URN");
});

test("what people typed is looked for by whom and what; what an import wrote has a key of its own", () => {
  expect(lookups.participation("a1", "zoe")?.id).toBe("typed");
  expect(lookups.participation("a2", "zoe")).toBeUndefined();
  expect(lookups.provider("invented training ltd").item?.id).toBe("p1");
  expect(lookups.employmentsOf("zoe").map(({ school_urn }) => school_urn)).toEqual(["900002", "900001"]);
});

test("what a kind does not ask for is not read", async () => {
  const record = memoryRecord({ records: { staff: [person("zoe", "Zoë", "Madeup", "zoe@one.example", null)] } });
  const none = await readLookups([], [], record);
  expect(none.staff({ email: "zoe@one.example" }).item).toBeNull();
});
