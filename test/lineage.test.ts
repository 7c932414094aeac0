import { globSync, readFileSync } from "node:fs";
import { dirname, join, relative } from "node:path";
import ts from "typescript";
import { expect, test } from "vitest";
import { collections } from "../pipelines/extract/records.ts";
import { kinds } from "../pipelines/import/kinds/all.ts";
import { writtenBy } from "../pipelines/import/writers.ts";
import { loadCatalogue } from "../pipelines/measures/catalogue.ts";
import { lineageOf } from "../pipelines/measures/lineage.ts";

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
  expect(lineage("subscriptions_used")).toMatchObject({ collections: ["subscriptions"], imports: [] });
  expect(lineage("staff_turnover").collections[0]).toBe("employments");
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
  expect(lineage("published_qts_share").imports).toEqual(["workforce"]);
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
