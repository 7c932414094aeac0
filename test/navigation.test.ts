/** The way around the site: few sections, only pages that are there, and one home for each page. */
import { existsSync, globSync, readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { navigation, sectionOf } from "../src/layouts/navigation.ts";
import { isOfTrustAlone } from "../src/sentences/place.ts";
import { questionBank } from "../src/sentences/question-bank.ts";
import type { Reader } from "../src/session/reader.ts";
import { inventedCatalogue } from "./harness/release-measures.ts";

const { policy } = inventedCatalogue;
const governor: Reader = {
  userId: "u1",
  role: "governor",
  label: "Governor, Hawthorn Primary School",
  seesTrust: false,
  schoolUrns: ["900001"],
  keeps: null,
  mayExport: false,
  mayExportAnswers: false,
};
const lead: Reader = { ...governor, role: "cpd_lead", keeps: ["900001"] };
const executive: Reader = { ...governor, role: "trust_executive", seesTrust: true, schoolUrns: [] };
const administrator: Reader = { ...executive, role: "cpd_administrator", keeps: "all", mayExport: true };
const readers = { governor, lead, executive, administrator };
const files = globSync("**/*.astro", { cwd: "src/pages" });

/** Whether a page answers an address: its own file, or one whose name leaves a part open. */
function isThere(address: string): boolean {
  const path = address === "/" ? "index" : address.slice(1);
  const open = path.replace(/\/[^/]+$/, "/");
  return files.some((file) => [`${path}.astro`, `${path}/index.astro`].includes(file) || isOpen(file, open, path));
}

const isOpen = (file: string, open: string, path: string) =>
  path.includes("/") && file.startsWith(`${open}[`) && !file.slice(open.length).includes("/");

describe.for(Object.entries(readers))("for a %s", ([, reader]) => {
  const sections = navigation(reader, policy, { all: 3, waiting: 2 });
  const pages = sections.flatMap((section) => section.pages);

  test("there are seven sections at most, and each leads to its first page", () => {
    expect(sections.length).toBeLessThanOrEqual(7);
    expect(sections.map(({ href }) => href)).toEqual(sections.map((section) => section.pages[0]!.href));
  });

  test("every page is there, and in one section alone", () => {
    expect(pages.filter(({ href }) => !isThere(href))).toEqual([]);
    expect(new Set(pages.map(({ href }) => href)).size).toBe(pages.length);
    for (const { href } of pages) expect(sectionOf(sections, href)!.pages.map((page) => page.href)).toContain(href);
  });
});

test("each of the fifteen questions leads to a page that is there, and to a measure that there is", () => {
  const paths = questionBank.map(({ path }) => path.split(/[?#]/)[0]!);
  expect(paths.filter((path) => !isThere(path))).toEqual([]);
  const measures = paths.filter((path) => path.startsWith("/measures/")).map((path) => path.split("/").at(-1)!);
  expect(measures.filter((id) => !existsSync(`pipelines/measures/${id}/definition.ts`))).toEqual([]);
  const ofTrust = questionBank.flatMap(({ path }) => /^\/measures\/(\w+)\?school=trust/.exec(path)?.[1] ?? []);
  const sql = (id: string) => readFileSync(`pipelines/measures/${id}/query.sql`, "utf8");
  expect(ofTrust.filter((id) => !isOfTrustAlone({ sql: sql(id) }))).toEqual([]);
});

test("a governor of one school has no schools to choose from and no records, and still reaches the whole trust", () => {
  const sections = navigation(governor, policy);
  expect(sections.map(({ label }) => label)).toEqual(["Home", "Levels", "Our CPD", "Papers", "Measures"]);
  expect(sectionOf(sections, "/trust")?.label).toBe("Measures");
  expect(sectionOf(sections, "/data")).toBe(undefined);
});

test("records are for those who keep them, and what needs doing says how much waits", () => {
  const labels = (reader: Reader) =>
    navigation(reader, policy, { all: 3, waiting: 2 })
      .at(-1)!
      .pages.map(({ label }) => label);
  expect(labels(lead)).toEqual(["Courses", "Course reports", "Staff", "Import", "Data"]);
  expect(labels(administrator)).toContain("Agreements");
  expect(labels(executive)).toEqual(["Course reports"]);
  expect(navigation(lead, policy, { all: 3, waiting: 2 })[0]!.pages[1]!.label).toBe("To do (2)");
  expect(navigation(governor, policy, { all: 0, waiting: 0 })[0]!.pages).toHaveLength(1);
});

test("levels stand under the policy's own names", () => {
  const { pages } = navigation(governor, policy).find(({ label }) => label === "Levels")!;
  expect(pages.map(({ label }) => label)).toEqual([
    "All levels",
    "Provision",
    "Reactions",
    "Learning",
    "Pupil outcomes",
    "Organisation",
  ]);
});
