/** Schools beside one another: in what order they stand, what years can be shown, and what their trends say together. */
import type { ComparisonsSlice, PublishedMeasure, School } from "../../pipelines/contract.ts";
import { capitalised, counted, listed } from "../format.ts";
import { type Finding, findingOf } from "./finding.ts";
import type { Place } from "./place.ts";

/** By name or by size: a ranking by figures would say that those within chance of each other differ. */
export const schoolOrders = { name: "in order of name", size: "the largest first" } as const;
export type SchoolOrder = keyof typeof schoolOrders;

/** More names than these are counted in a title instead. */
const namedInTitle = 3;

/**
 * Puts schools in order, by name or by how many stand behind the measure in a year; those whose number is not shown come last, by name.
 *
 * @param comparisons - every school's figures
 */
export function orderedSchools(
  { schools, figures }: ComparisonsSlice,
  order: SchoolOrder,
  measureId: string,
  year: number,
): School[] {
  const byName = [...schools].sort((one, other) => one.name.localeCompare(other.name));
  if (order === "name") return byName;
  const sizes = new Map(
    figures
      .filter((one) => one.measure_id === measureId && one.breakdown === "total" && one.time_period === year)
      .map(({ school_urn, denominator }) => [school_urn, denominator ?? -1]),
  );
  return byName.sort((one, other) => (sizes.get(other.urn) ?? -1) - (sizes.get(one.urn) ?? -1));
}

/** What each school's finding is, beside the whole and the others, by URN. */
export function findingsBySchool(
  measure: PublishedMeasure,
  trust: Place,
  comparisons: ComparisonsSlice,
  asOf: string,
): Map<string, Finding> {
  return new Map(
    comparisons.schools.map(({ urn, name }) => {
      const place = { name, urn, figures: comparisons.figures, benchmarks: trust.benchmarks };
      return [urn, findingOf(measure, place, asOf, { whole: trust, comparisons })];
    }),
  );
}

/** The title of the small trends: who changed from the year before by more than chance gives. */
export function changedTitle(schools: readonly School[], findings: ReadonlyMap<string, Finding>, term: string): string {
  const changed = schools.filter(({ urn }) => {
    const finding = findings.get(urn);
    return finding?.mark === "signal" && /^(Higher|Lower) than/.test(finding.title);
  });
  if (![...findings.values()].some(({ looks }) => looks > 0))
    return `Each ${term} from year to year; whether chance moved it cannot be told`;
  if (changed.length === 0) return `No ${term} moved more from the year before than chance gives`;
  const names = changed.map(({ name }) => name).sort((one, other) => one.localeCompare(other));
  const who = changed.length > namedInTitle ? capitalised(counted(changed.length, term)) : listed(names);
  return `${who} moved more from the year before than chance gives`;
}
