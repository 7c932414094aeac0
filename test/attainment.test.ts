import { beforeAll, expect, test } from "vitest";
import { readSchools } from "../pipelines/marts/readers.ts";
import { type CountedFigure, calculateAll } from "../pipelines/measures/calculate.ts";
import { loadCatalogue } from "../pipelines/measures/catalogue.ts";
import type { Row } from "../pipelines/warehouse.ts";
import { hubWith } from "./harness/hub.ts";
import { dayOneFiles, importFile, temporaryFolder } from "./import-files.ts";
import { memoryRecord } from "./import-memory.ts";

let figures: CountedFigure[];
let schools: number;

beforeAll(async () => {
  const record = memoryRecord();
  const dataDir = temporaryFolder();
  for (const [index, [kind, path]] of dayOneFiles.entries()) {
    await importFile(kind, path, record, dataDir, index === 0 ? { trustUid: "3190" } : {});
  }
  const imported = (collection: "schools" | "outcomes") =>
    record.all(collection).map(({ predecessor_urns, import_batch, ...row }) => row as Row);
  const hub = await hubWith({
    policy: [{ trust_uid: "3190" }],
    schools: imported("schools"),
    outcomes: imported("outcomes"),
  });
  schools = (await readSchools(hub)).length;
  const calculated = await calculateAll(hub, await loadCatalogue());
  expect(calculated.failures).toEqual([]);
  figures = calculated.figures;
});

const trustFigures = (measure: string, breakdown: string) =>
  figures.filter(
    (figure) => figure.measure_id === measure && figure.school_urn === null && figure.breakdown === breakdown,
  );

test("a real trust's ten schools with a figure in all three years are at 65.0, 67.2 and 68.0 percent", () => {
  const same = trustFigures("ks2_expected_standard", "same_schools");
  // Σ(share × pupils) / Σ pupils from the published files: 360.96 / 555, 424.69 / 632 and 440.22 / 647.
  expect(
    same.map(({ time_period, denominator, value }) => [time_period, denominator, (100 * value!).toFixed(1)]),
  ).toEqual([
    [201617, 555, "65.0"],
    [201718, 632, "67.2"],
    [201819, 647, "68.0"],
  ]);
});

test("the year in which writing was judged in a new way is marked as a break", () => {
  const total = trustFigures("ks2_expected_standard", "total");
  expect(total.map(({ time_period, status }) => [time_period, status])).toEqual([
    [201617, ""],
    [201718, "[b]"],
    [201819, ""],
  ]);
});

test("a trust without any CPD record has its schools and their attainment", () => {
  expect(schools).toBe(36);
  const measures = new Set(figures.map(({ measure_id }) => measure_id));
  expect([...measures].sort()).toEqual([
    "ks2_expected_standard",
    "ks2_higher_standard",
    "ks2_maths_progress",
    "ks2_maths_score",
    "ks2_reading_progress",
    "ks2_reading_score",
    "ks2_writing_progress",
  ]);
});
