import type { PolicyWords } from "../../pipelines/contract.ts";
import { capitalised, plural } from "../format.ts";
import type { Reader } from "../session/reader.ts";

/** One entry of the main navigation. */
export interface NavigationEntry {
  href: string;
  label: string;
}

/** How many tasks a reader is told, and how many of their own are overdue or due this month. */
export interface TaskCount {
  all: number;
  waiting: number;
}

/**
 * The main navigation of a reader, in the organisation's own words: only pages that they may open.
 * A reader of one school has that school as their home page, so it needs no entry of its own.
 */
export function navigation(
  reader: Reader,
  policy: PolicyWords | null,
  tasks: TaskCount | null = null,
): NavigationEntry[] {
  const hasSeveralSchools = reader.seesTrust || reader.schoolUrns.length > 1;
  const schools = capitalised(plural(policy?.school_term ?? "school"));
  return [
    { href: "/", label: "Home" },
    ...(tasks && (tasks.all > 0 || reader.keeps !== null)
      ? [{ href: "/tasks", label: tasks.waiting > 0 ? `To do (${tasks.waiting})` : "To do" }]
      : []),
    ...(hasSeveralSchools ? [{ href: "/schools", label: schools }] : []),
    { href: "/trust", label: capitalised(policy?.organisation_term ?? "trust") },
    { href: "/measures", label: "Measures" },
    { href: "/about-figures", label: "About the figures" },
    ...(reader.keeps === null
      ? []
      : [
          { href: "/courses", label: "Courses" },
          { href: "/staff", label: "Staff" },
          { href: "/import", label: "Import" },
        ]),
    ...(reader.role === "trust_executive" ? [{ href: "/courses/reports", label: "Course reports" }] : []),
    ...(reader.mayExport ? [{ href: "/agreements", label: "Agreements" }] : []),
    ...(reader.keeps === null ? [] : [{ href: "/data", label: "Data" }]),
  ];
}
