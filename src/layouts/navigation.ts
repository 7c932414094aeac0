/** The way around: a few sections by role, each with its pages. The pages of the section one is in stand in a second row. */
import type { Level, PolicyWords } from "../../pipelines/contract.ts";
import { capitalised, plural } from "../format.ts";
import { levelName } from "../sentences/levels.ts";
import type { Reader } from "../session/reader.ts";

/** One page of the navigation. */
export interface NavigationEntry {
  href: string;
  label: string;
}

/** One section: its entry in the main row leads to its first page. */
export interface NavigationSection extends NavigationEntry {
  /** Every page of the section, in order; one alone needs no second row. */
  pages: NavigationEntry[];
}

/** How many tasks a reader is told, and how many of their own are overdue or due this month. */
export interface TaskCount {
  all: number;
  waiting: number;
}

const levels: readonly Level[] = ["provision", "reactions", "learning", "outcomes", "organisation"];

/**
 * The sections of a reader, in the organisation's own words: only pages that they may open, and seven sections at most.
 * A reader of one school has that school as their home page, so it needs no entry of its own.
 */
export function navigation(
  reader: Reader,
  policy: PolicyWords | null,
  tasks: TaskCount | null = null,
): NavigationSection[] {
  const isKeeper = reader.keeps !== null;
  const hasSeveralSchools = reader.seesTrust || reader.schoolUrns.length > 1;
  const schools = capitalised(plural(policy?.school_term ?? "school"));
  const whole = { href: "/trust", label: `The whole ${policy?.organisation_term ?? "trust"}` };
  const hasTasks = tasks !== null && (tasks.all > 0 || isKeeper);
  return [
    section("Home", [
      { href: "/", label: "In short" },
      hasTasks && { href: "/tasks", label: tasks.waiting > 0 ? `To do (${tasks.waiting})` : "To do" },
    ]),
    section(schools, [
      hasSeveralSchools && { href: "/schools", label: schools },
      hasSeveralSchools && whole,
      reader.seesTrust && { href: "/compare", label: "Beside one another" },
    ]),
    section("Levels", [
      { href: "/levels", label: "All levels" },
      ...levels.map((level) => policy && { href: `/levels/${level}`, label: levelName(policy, level) }),
    ]),
    section("Our CPD", [
      { href: "/needs", label: "Needs" },
      { href: "/provision", label: "Programmes" },
      { href: "/value", label: "Value for money" },
      { href: "/access", label: "Access" },
      { href: "/sharing", label: "Sharing" },
      { href: "/qualifications", label: "Qualifications" },
    ]),
    section("Papers", [{ href: "/papers", label: "Papers" }]),
    section("Measures", [
      { href: "/measures", label: "All measures" },
      !hasSeveralSchools && whole,
      { href: "/about-figures", label: "How to read them" },
      { href: "/glossary", label: "Words explained" },
    ]),
    section("Records", [
      isKeeper && { href: "/courses", label: "Courses" },
      (isKeeper || reader.role === "trust_executive") && { href: "/courses/reports", label: "Course reports" },
      isKeeper && { href: "/staff", label: "Staff" },
      isKeeper && { href: "/import", label: "Import" },
      reader.mayExport && { href: "/agreements", label: "Agreements" },
      isKeeper && { href: "/data", label: "Data" },
    ]),
  ].filter(({ pages }) => pages.length > 0);
}

/** The section that a page belongs to; undefined where it belongs to none, such as the search. */
export function sectionOf(
  sections: readonly NavigationSection[],
  current: string | undefined,
): NavigationSection | undefined {
  return sections.find(({ pages }) => pages.some(({ href }) => href === current));
}

function section(label: string, entries: (NavigationEntry | false | null)[]): NavigationSection {
  const pages = entries.filter((entry) => entry !== false && entry !== null);
  return { href: pages[0]?.href ?? "", label, pages };
}
