import type { PolicyWords } from "../../pipelines/contract.ts";
import { capitalised, plural } from "../format.ts";
import type { Reader } from "../session/reader.ts";

/** One entry of the main navigation. */
export interface NavigationEntry {
  href: string;
  label: string;
}

/**
 * The main navigation of a reader, in the organisation's own words: only pages that they may open.
 * A reader of one school has that school as their home page, so it needs no entry of its own.
 */
export function navigation(reader: Reader, policy: PolicyWords | null): NavigationEntry[] {
  const hasSeveralSchools = reader.seesTrust || reader.schoolUrns.length > 1;
  const schools = capitalised(plural(policy?.school_term ?? "school"));
  return [
    { href: "/", label: "Home" },
    ...(hasSeveralSchools ? [{ href: "/schools", label: schools }] : []),
    { href: "/trust", label: capitalised(policy?.organisation_term ?? "trust") },
    { href: "/measures", label: "Measures" },
    { href: "/about-figures", label: "About the figures" },
    ...(reader.keeps === null
      ? []
      : [
          { href: "/staff", label: "Staff" },
          { href: "/import", label: "Import" },
        ]),
    ...(reader.mayExport ? [{ href: "/data/export", label: "Data" }] : []),
  ];
}
