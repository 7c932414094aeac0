import { readFileSync } from "node:fs";
import { join } from "node:path";
import Papa from "papaparse";
import { describe, expect, test } from "vitest";
import { type CountedFigure, calculate } from "../pipelines/measures/calculate.ts";
import { loadCatalogue } from "../pipelines/measures/catalogue.ts";
import type { Row } from "../pipelines/warehouse.ts";
import { hubWith } from "./harness/hub.ts";
import { importFile, publishedFile, temporaryFolder } from "./import-files.ts";
import { memoryRecord, schoolRecord } from "./import-memory.ts";

const fixture = (name: string) => readFileSync(join(import.meta.dirname, "fixtures", "trusts", name));
const table = (name: string) =>
  Papa.parse<Record<string, string>>(fixture(name).toString("latin1"), { header: true, skipEmptyLines: true }).data;
const joined = new Map(table("joined.csv").map((row) => [`${row["Linked UID"]} ${row["URN"]}`, row["Joined date"]!]));
const measures = await loadCatalogue();
const dataDir = temporaryFolder();

/** What the hub makes of a measure for one trust, from the files of its schools alone, and what the department published of the trust. */
async function bothOf(uid: string, stage: "ks2" | "ks4", ids: readonly string[]) {
  const tables = `2017-2018_england_${stage}-mats-performance.csv`;
  const urns = table(tables)
    .find((row) => row["UID"] === uid)!
    ["SCHOOL-URNS"]!.split(/[,;] */);
  const schools = urns.map((urn) =>
    schoolRecord({ urn, trust_uid: uid, trust_name: "Trust", local_authority_code: "936", local_authority: "Surrey" }),
  );
  const record = memoryRecord({ policy: { trust_uid: uid }, schools });
  const file = stage === "ks2" ? "2017-2018_936_ks2final.csv" : "2017-2018_england_ks4provisional.csv";
  const bytes = stage === "ks2" ? publishedFile(`ks2/${file}`) : fixture(file);
  const plan = await importFile(stage, file, record, dataDir, { bytes, batch: `${stage}-${uid}` });
  expect(plan.refused).toEqual([]);
  await importFile("trust_tables", tables, record, dataDir, { bytes: fixture(tables), batch: `mats-${stage}-${uid}` });
  const rows = (collection: "schools" | "outcomes") =>
    record.all(collection).map(({ predecessor_urns, import_batch, ...row }) => row as Row);
  const hub = await hubWith({ policy: [{ trust_uid: uid }], schools: rows("schools"), outcomes: rows("outcomes") });
  const figures: CountedFigure[] = [];
  for (const id of ids) figures.push(...(await calculate(hub, measures.find((measure) => measure.id === id)!)));
  const published = rows("outcomes").filter(({ geographic_level }) => geographic_level === "trust");
  hub.close();
  return ids.map((id) => {
    const own = figures.filter(({ measure_id, breakdown }) => measure_id === id && breakdown === "total");
    const theirs = published.find(({ measure_code }) => measure_code === id)!;
    return {
      ours: own.find(({ school_urn }) => school_urn === null)!,
      schools: own.filter(({ school_urn }) => school_urn !== null),
      theirs: theirs as unknown as { value: number; lower: number; upper: number },
      urns,
    };
  });
}

const halfOf = ({ lower, upper }: { lower: number | null; upper: number | null }) => (upper! - lower!) / 2;

/** The department's own weighing: pupils times full years in the trust, of which three count the least and `most` the most. */
function byYears(uid: string, schools: readonly CountedFigure[], most: number): number {
  const weights = schools.map(({ school_urn, denominator }) => {
    const [day, month, year] = joined.get(`${uid} ${school_urn}`)!.split(/[-/]/);
    const years = (Date.UTC(2018, 8, 12) - Date.parse(`${year}-${month}-${day}`)) / (365.25 * 86_400_000);
    return denominator! * Math.min(most, Math.max(3, Math.floor(years)));
  });
  const sum = (numbers: number[]) => numbers.reduce((total, one) => total + one, 0);
  return sum(schools.map(({ value }, index) => value! * weights[index]!)) / sum(weights);
}

describe("progress to the end of key stage 2 of trusts whose schools are all in one published file", () => {
  const ids = ["ks2_reading_progress", "ks2_writing_progress", "ks2_maths_progress"];

  // Schools and trusts are published to one decimal, and weighed by the pupils with a score at seven, whose number is not in the file.
  test("a trust whose schools have all been in it equally long is as published to a tenth, likely range and all", async () => {
    for (const { ours, theirs } of await bothOf("2386", "ks2", ids)) {
      expect(Math.abs(ours.value! - theirs.value)).toBeLessThan(0.1);
      expect(Math.abs(halfOf(ours) - halfOf(theirs))).toBeLessThan(0.1);
    }
  });

  test("another differs by up to two tenths, because the department also weighs schools by their years in it: so weighed, it agrees", async () => {
    for (const { ours, theirs, schools } of await bothOf("3190", "ks2", ids)) {
      expect(Math.abs(ours.value! - theirs.value)).toBeLessThan(0.2);
      expect(Math.abs(byYears("3190", schools, 4) - theirs.value)).toBeLessThan(0.05);
      expect(Math.abs(halfOf(ours) - halfOf(theirs))).toBeLessThan(0.1);
    }
  });
});

describe("Progress 8 of trusts", () => {
  // The schools' file is the provisional one, the trusts' table is final.
  test.for(["2062", "2597", "2914", "5519", "4420", "4885"])(
    "trust %s, whose schools have all been in it equally long, is as published to five hundredths",
    async (uid) => {
      const [both] = await bothOf(uid, "ks4", ["ks4_progress_8"]);
      expect(Math.abs(both!.ours.value! - both!.theirs.value)).toBeLessThan(0.05);
      expect(Math.abs(halfOf(both!.ours) - halfOf(both!.theirs))).toBeLessThan(0.01);
    },
  );

  test.for(["2987", "2567", "4338"])(
    "trust %s differs, because the department also weighs schools by their years in it: so weighed, it agrees",
    async (uid) => {
      const [both] = await bothOf(uid, "ks4", ["ks4_progress_8"]);
      const { ours, schools, theirs } = both!;
      expect(Math.abs(ours.value! - theirs.value)).toBeGreaterThan(0.02);
      const weighed = byYears(uid, schools, 5);
      expect(Math.abs(weighed - theirs.value)).toBeLessThan(0.015);
    },
  );
});
