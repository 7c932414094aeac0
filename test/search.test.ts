/** Finding things by words: slips are forgiven, and nobody finds what they may not open. */
import { describe, expect, test } from "vitest";
import { entriesFor } from "../src/search/entries.ts";
import { findEntries } from "../src/search/find.ts";
import { glossary, glossaryTerm } from "../src/sentences/glossary.ts";
import type { Reader } from "../src/session/reader.ts";
import { inventedSchools } from "./harness/release.ts";
import { inventedCatalogue } from "./harness/release-measures.ts";

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
const administrator: Reader = {
  ...governor,
  role: "cpd_administrator",
  seesTrust: true,
  keeps: "all",
  mayExport: true,
};
const courses = [{ activity_id: "a1", title: "Phonics for new staff" }];
const forGovernor = entriesFor({
  reader: governor,
  catalogue: inventedCatalogue,
  schools: inventedSchools.slice(0, 1),
  courses: [],
});
const forAdministrator = entriesFor({
  reader: administrator,
  catalogue: inventedCatalogue,
  schools: inventedSchools,
  courses,
});
const found = (typed: string, entries = forGovernor) => findEntries(typed, entries).map(({ href }) => href);

describe("what is found", () => {
  test("fits every word, the title before the rest, and forgives a slip of the pen", () => {
    expect(found("use in the role")[0]).toBe("/measures/use_in_role");
    expect(found("attendence retension")).toEqual(found("retention"));
    expect(found("retension")[0]).toBe("/measures/retention_rate");
    expect(found("likly range")[0]).toBe("/glossary#likely-range");
    expect(found("subscription stop")[0]).toBe("/value#subscriptions");
  });

  test("is a page by what people call it", () => {
    expect(found("league table", forAdministrator)[0]).toBe("/compare");
    expect(found("barriers")[0]).toBe("/measures/barriers_met?school=trust#divided");
    expect(found("board report")[0]).toBe("/papers");
  });

  test("is nothing for nonsense, and never more than can be read", () => {
    expect(found("zzqxv")).toEqual([]);
    expect(found("the").length).toBeLessThanOrEqual(30);
  });

  test("is a school, a course or a page of records only for whoever may open it", () => {
    expect(found("Bramble Lane")).not.toContain("/schools/900002");
    expect(found("Bramble Lane", forAdministrator)[0]).toBe("/schools/900002");
    expect(found("phonics")).toEqual([]);
    expect(found("phonics", forAdministrator)).toEqual(["/courses/a1/report"]);
    for (const word of ["import", "portfolio", "repayment", "compare"]) {
      const pages = found(word).filter((href) => ["/import", "/staff", "/agreements", "/compare"].includes(href));
      expect(pages).toEqual([]);
    }
    expect(found("import", forAdministrator)).toContain("/import");
  });
});

test("words have one anchor each, and a word that is not there is a fault of ours", () => {
  expect(new Set(glossary.map(({ id }) => id)).size).toBe(glossary.length);
  expect(() => glossaryTerm("nowhere")).toThrow("no word");
});
