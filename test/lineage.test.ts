import { globSync, readFileSync } from "node:fs";
import { dirname, join, relative } from "node:path";
import ts from "typescript";
import { expect, test } from "vitest";
import { collections } from "../pipelines/extract/records.ts";
import { kinds } from "../pipelines/import/kinds/all.ts";
import { writtenBy } from "../pipelines/import/writers.ts";
import { lineageOf } from "../pipelines/marts/lineage.ts";
import { loadCatalogue } from "../pipelines/measures/catalogue.ts";
import { checksOf, failingChecks, failingWords } from "../src/sentences/checks.ts";
import { measureOfQuestion } from "../src/sentences/course-items.ts";
import { collectionName } from "../src/sentences/records.ts";

const measures = (await loadCatalogue()).map(({ id, sql }) => ({ id, lineage: lineageOf(sql, id) }));
const lineage = (id: string) => measures.find((measure) => measure.id === id)!.lineage;

test.for(measures)("$id leads to the collections it counts", ({ lineage }) => {
  expect(lineage.marts.length).toBeGreaterThan(0);
  expect(lineage.collections.length).toBeGreaterThan(0);
  const known = [...collections, "invitations"];
  expect([...lineage.collections, ...lineage.frame].filter((name) => !known.includes(name))).toEqual([]);
});

test("what is counted comes first, and what only says which schools and rules there are stands apart", () => {
  expect(lineage("ks2_expected_standard")).toEqual({
    marts: ["published_results", "outcomes", "school_years", "schools", "settings"],
    collections: ["outcomes"],
    frame: ["schools", "employments", "policy"],
    imports: ["ks2"],
  });
  expect(lineage("subscription_cost_per_user")).toMatchObject({ collections: ["subscriptions"], imports: [] });
  expect(lineage("staff_turnover").collections).toEqual(["employments"]);
});

test("a mart that is made in TypeScript is followed like any other", () => {
  expect(lineage("use_in_role")).toMatchObject({
    marts: expect.arrayContaining(["answer_batches", "closed_answers"]),
    collections: expect.arrayContaining(["evaluations", "invitations"]),
    imports: expect.arrayContaining(["evaluations"]),
  });
});

test("published numbers name the one file they are from, and those typed in the Studio none", () => {
  expect(lineage("published_turnover").imports).toEqual(["turnover"]);
  expect(lineage("inspection_grades").imports).toEqual(["inspections"]);
  expect(lineage("pupil_voice").imports).toEqual(["pupil_voice"]);
  expect(lineage("own_attendance").imports).toEqual([]);
});

test("a table that nothing makes is a fault that names it, and one in a comment is not read", () => {
  expect(() => lineageOf("select 1 from marts.castles", "query.sql")).toThrow(
    "reads marts.castles, which nothing makes",
  );
  expect(() => lineageOf("select 1 from stg.castles", "query.sql")).toThrow("stg.castles");
  expect(() => lineageOf("select 1 from raw.castles", "query.sql")).toThrow("raw.castles");
  expect(lineageOf("-- not marts.castles\nselect 1", "query.sql").marts).toEqual([]);
});

/** Every collection that a kind's files give candidates of, with the files they import from the same folder. */
function collectionsGiven(file: string, seen = new Set<string>()): Set<string> {
  const root = join(import.meta.dirname, "../pipelines/import");
  if (seen.has(file)) return new Set();
  seen.add(file);
  const text = readFileSync(join(root, file), "utf8");
  const own = [...text.matchAll(/(?:collection: |add\(\{ collection: )"(\w+)"/g)].map((match) => match[1]!);
  const next = ts
    .preProcessFile(text, true, true)
    .importedFiles.filter(({ fileName }) => fileName.startsWith("."))
    .map(({ fileName }) => relative(root, join(root, dirname(file), fileName)))
    .filter((name) => name.startsWith("kinds/"));
  // Published tables have one reader, which gives nothing else.
  if (/\bread(Measures|PerformanceTable)\(/.test(text)) own.push("outcomes");
  return new Set([...own, ...next.flatMap((name) => [...collectionsGiven(name, seen)])]);
}

test("collections are called what the Studio calls them", () => {
  const schema = join(import.meta.dirname, "../directus/schema");
  const labels = globSync("*.ts", { cwd: schema }).flatMap((file) => {
    const label = /^ {2}label: "(.+)",$/m.exec(readFileSync(join(schema, file), "utf8"))?.[1];
    return label ? [[file.replace(".ts", "").replaceAll("-", "_"), label] as const] : [];
  });
  expect(labels.length).toBeGreaterThan(20);
  expect(labels.filter(([name, label]) => collectionName(name) !== label)).toEqual([]);
});

test("a failing check concerns the measures that count the records which break it, and no others", () => {
  const check = { id: "x", title: "A rule", severity: "error" as const, passed: false, failing_rows: 2 };
  const checks = [
    { ...check, passed: true, collections: ["employments"] },
    { ...check, severity: "warning" as const, collections: ["participations", "activities"] },
    { ...check, collections: ["employments", "schools"] },
    { ...check, collections: [] },
  ];
  const concerned = (id: string) =>
    checksOf({ lineage: lineage(id) }, { checks }).map(({ collections: [first] }) => first);
  expect(concerned("ks2_expected_standard")).toEqual([]);
  expect(concerned("staff_turnover")).toEqual(["employments"]);
  expect(concerned("use_in_role")).toEqual(["employments", "participations"]);
  expect(concerned("subscription_cost_per_user")).toEqual([]);
  expect(failingWords(failingChecks({ checks }))).toBe("3 checks of the data do not hold (2 errors, one warning)");
  expect(failingWords([])).toBe(null);
});

test("a question of a course report leads to a measure whose query counts it", async () => {
  const catalogue = await loadCatalogue();
  for (const [key, id] of Object.entries(measureOfQuestion))
    expect(catalogue.find((measure) => measure.id === id)?.sql).toMatch(new RegExp(`\\b${key}\\b`));
});

test("the kinds of import are said to write what their code writes", () => {
  const files = globSync("kinds/**/*.ts", { cwd: join(import.meta.dirname, "../pipelines/import") });
  const written = kinds.map(({ name }) => {
    const file = files.find((path) =>
      readFileSync(join(import.meta.dirname, "../pipelines/import", path), "utf8").includes(
        `name: "${name}",\n  about`,
      ),
    );
    return [name, [...collectionsGiven(file!)].sort()] as const;
  });
  expect(Object.fromEntries(written)).toEqual({
    ...Object.fromEntries(Object.entries(writtenBy).map(([kind, names]) => [kind, [...names].sort()])),
    trust_tables: ["outcomes"],
  });
});
