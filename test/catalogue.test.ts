import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, expect, test } from "vitest";
import { publishedMeasure } from "../pipelines/contract.ts";
import { loadCatalogue } from "../pipelines/measures/catalogue.ts";
import { publishedCatalogue } from "../pipelines/measures/publish.ts";

const real = new URL("../pipelines/measures/", import.meta.url).pathname;
const folders: string[] = [];

/** A catalogue of one measure, copied beside its imports, with one file changed. */
function catalogueWith(file: string, change: (text: string) => string): string {
  const folder = mkdtempSync(join(tmpdir(), "catalogue-"));
  folders.push(folder);
  cpSync(join(real, "staff_turnover"), join(folder, "staff_turnover"), { recursive: true });
  for (const name of ["definition.ts", "example.ts"]) {
    const path = join(folder, "staff_turnover", name);
    writeFileSync(path, readFileSync(path, "utf8").replace("../define.ts", join(real, "define.ts")));
  }
  const path = join(folder, "staff_turnover", file);
  const changed = change(readFileSync(path, "utf8"));
  if (changed === "") rmSync(path);
  else writeFileSync(path, changed);
  return folder;
}

afterEach(() => {
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true });
});

test("the catalogue is every folder beside it, in order", async () => {
  const ids = (await loadCatalogue()).map(({ id }) => id);
  expect(ids).toContain("ks2_expected_standard");
  expect(ids).toEqual([...ids].sort());
});

test("a faulty definition stops the run, naming the file and the field", async () => {
  const folder = catalogueWith("definition.ts", (text) => text.replace('unit: "percent"', 'unit: "furlongs"'));
  await expect(loadCatalogue(folder)).rejects.toMatchObject({
    name: "HubError",
    at: "pipelines/measures/staff_turnover/definition.ts",
    problem: expect.stringContaining("unit"),
  });
});

test("a word too many in a definition is a fault too", async () => {
  const folder = catalogueWith("definition.ts", (text) => text.replace("title:", 'colour: "red",\n  title:'));
  await expect(loadCatalogue(folder)).rejects.toMatchObject({ problem: expect.stringContaining("colour") });
});

test("a measure without its query is named", async () => {
  const folder = catalogueWith("query.sql", () => "");
  await expect(loadCatalogue(folder)).rejects.toMatchObject({
    at: "pipelines/measures/staff_turnover/query.sql",
    problem: "is missing",
  });
});

test("a crooked table in a worked example is named", async () => {
  const folder = catalogueWith("example.ts", (text) => text.replace("| true       | 0.5 |", "| true | 0.5 | 7 |"));
  await expect(loadCatalogue(folder)).rejects.toMatchObject({
    at: "pipelines/measures/staff_turnover/example.ts",
    problem: expect.stringContaining("marts.staff_years"),
  });
});

test("readers get every definition whole: formula, query and worked example", async () => {
  const measures = publishedCatalogue(await loadCatalogue(), { measures: [] }, []);
  for (const measure of measures) expect(publishedMeasure.parse(measure)).toEqual(measure);
  expect(measures.find(({ id }) => id === "staff_retention_in_trust")?.formula).toBe(
    "Staff still in post in any of the schools a year later ÷ staff in post on the census day, 1 November",
  );
});

test("what the policy does not report is marked so; provision always is, and without a policy everything is", async () => {
  const isInPolicy = async (headings: string[]) =>
    Object.fromEntries(
      publishedCatalogue(await loadCatalogue(), { measures: headings }, []).map(({ id, is_in_policy }) => [
        id,
        is_in_policy,
      ]),
    );
  expect(await isInPolicy(["attainment"])).toMatchObject({
    ks4_attainment_8: true,
    participation_coverage: true,
    staff_turnover: false,
  });
  // Pupils' voice answers two headings, and is asked for under either.
  for (const heading of ["student_voice", "pupil_enthusiasm"])
    expect(await isInPolicy([heading])).toMatchObject({ pupil_voice: true, ks4_attainment_8: false });
  expect(Object.values(await isInPolicy([]))).not.toContain(false);
});

test("a policy that states no follow-up asks for nothing that only a follow-up can tell", async () => {
  const under = async (followup_min_months: number | null) => {
    const policy = { measures: ["participant_evaluation"], followup_min_months };
    const measures = publishedCatalogue(await loadCatalogue(), policy, []);
    return ["use_in_role", "cpd_quality"].map((id) => measures.find((measure) => measure.id === id)!.is_in_policy);
  };
  expect(await under(3)).toEqual([true, true]);
  expect(await under(null)).toEqual([false, true]);
});

test("a measure that failed says so in its definition, and the others do not", async () => {
  const failure = { measure_id: "qts_share", problem: "It could not be worked out.", cause: null };
  const measures = publishedCatalogue(await loadCatalogue(), { measures: [] }, [failure]);
  expect(measures.filter((measure) => measure.failure !== null).map(({ id }) => id)).toEqual(["qts_share"]);
});
