import { beforeAll, expect, test } from "vitest";
import { expectedStandard } from "./day-one-sums.ts";
import { dayOneFiles, importFile, planFile, temporaryFolder } from "./import-files.ts";
import { memoryRecord } from "./import-memory.ts";

const record = memoryRecord();
const dataDir = temporaryFolder();

beforeAll(async () => {
  for (const [index, [kind, path]] of dayOneFiles.entries()) {
    const plan = await importFile(kind, path, record, dataDir, index === 0 ? { trustUid: "3190" } : {});
    expect(plan.refused).toEqual([]);
  }
});

test("the trust's share at the expected standard, over the ten schools it had in all three years, is 65.0, 67.2 and 68.0", () => {
  const { schools, shares } = expectedStandard(record.all("schools"), record.all("outcomes"), [201617, 201718, 201819]);
  expect(schools).toEqual([
    "Cordwalles Junior School",
    "Cuddington Croft Primary School",
    "Danetree Primary School",
    "Hammond School",
    "Hillcroft Primary School",
    "Marden Lodge Primary School and Nursery",
    "Salfords Primary School",
    "Springfield Primary School",
    "Warlingham Village Primary School",
    "Whyteleafe Primary School",
  ]);
  // Σ(percentage × pupils) / Σ pupils: 36,096 / 555, 42,469 / 632 and 44,022 / 647.
  expect(shares).toEqual(["65.0", "67.2", "68.0"]);
});

test("every school of the trust is there, and those in the three files have staffing for three years", () => {
  expect(record.all("schools")).toHaveLength(36);
  const staffed = record
    .all("outcomes")
    .filter((row) => row["measure_code"] === "workforce_teachers_fte" && row["school_urn"] === "140880");
  expect(staffed.map((row) => row["time_period"])).toEqual([201617, 201718, 201819]);
});

test("a second day of the same files changes nothing", async () => {
  for (const [kind, path] of dayOneFiles) {
    expect(await planFile(kind, path, record, { today: "2026-11-21" })).toMatchObject({ added: [], changed: [] });
  }
});
