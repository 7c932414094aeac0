/** What every page about the yearly cycle begins with: whose records, which year, and where to read on. */
import type { Catalogue, CycleSlice, PublishedMeasure, Release, School } from "../../pipelines/contract.ts";
import { readCycle } from "../data/cycle.ts";
import { readCatalogue, readRelease, readSchool, readTrust } from "../data/measures.ts";
import { type Addresses, addressesOf, type YearChoice } from "../sentences/addresses.ts";
import { dayOfChoice, fullYearsOf, placeIn, yearChoice } from "../sentences/look-back.ts";
import type { Place } from "../sentences/place.ts";
import { schoolPlace, trustPlace } from "../sentences/places.ts";
import { academicYearOf } from "../sentences/years.ts";
import { maySeeSchool, type Reader } from "../session/reader.ts";

/** A page about the cycle of one place. */
export interface CyclePage {
  release: Release;
  catalogue: Catalogue;
  /** With nothing later than the chosen year. */
  trust: Place;
  /** The trust itself, or one of its schools. */
  place: Place;
  /** Null: the release was made before there was any, or this reader has no school and does not see the trust. */
  cycle: CycleSlice | null;
  /** Every school of the trust, for its name. */
  schools: School[];
  /** The places that this reader may choose, and the one that is shown. */
  options: { value: string; name: string }[];
  value: string;
  /** The full years, oldest first, and what the reader chose of them. */
  years: number[];
  chosen: YearChoice;
  /** The year that is told of: the chosen one, or the last full one, or the running one where there is no other. */
  year: number;
  /** The academic year that is not over. */
  current: number;
  /** The day figures are read on. */
  asOf: string;
  addresses: Addresses;
  /** A measure by its id, where the organisation reports it. */
  measure: (id: string) => PublishedMeasure | undefined;
}

/**
 * Opens the cycle for a reader: readers of the trust choose among it and its schools, everybody else among their own schools.
 *
 * @param asked - the address's `school` and `year`
 * @throws Forbidden and NotFound as `readCycle` does
 */
export async function openCycle(reader: Reader, asked: URLSearchParams): Promise<CyclePage> {
  const [{ release }, catalogue, trustSlice] = await Promise.all([readRelease(), readCatalogue(), readTrust()]);
  const whole = trustPlace(catalogue.policy, trustSlice);
  const open = trustSlice.schools
    .filter(({ urn }) => maySeeSchool(reader, urn))
    .sort((one, other) => one.name.localeCompare(other.name));
  const options = [
    ...(reader.seesTrust ? [{ value: "trust", name: whole.name }] : []),
    ...open.map(({ urn, name }) => ({ value: urn, name })),
  ];
  const urn = chosenSchool(reader, asked.get("school"), open);
  const place = urn === null ? whole : schoolPlace(await readSchool(reader, urn));
  const cycle = urn === null && !reader.seesTrust ? null : await readCycle(reader, urn);
  const current = academicYearOf(release.as_of);
  const recorded = (cycle?.activities ?? []).filter(({ held }) => held > 0).map(({ time_period }) => time_period);
  const years = [...new Set([...fullYearsOf(place, release.as_of), ...recorded])]
    .filter((year) => year < current)
    .sort((one, other) => one - other);
  const chosen = { ...yearChoice(asked, years), since: null };
  return {
    release,
    catalogue,
    trust: placeIn(whole, chosen.year),
    place: placeIn(place, chosen.year),
    cycle,
    schools: trustSlice.schools,
    options,
    value: urn ?? "trust",
    years,
    chosen,
    year: chosen.year ?? years.at(-1) ?? current,
    current,
    asOf: dayOfChoice(chosen.year, release.as_of),
    addresses: addressesOf({ urn }, chosen),
    measure: (id) => catalogue.measures.find((one) => one.id === id && one.is_in_policy),
  };
}

/** The school whose records are shown; null: the trust's. An address that a reader of the trust passed on opens somebody's own school. */
function chosenSchool(reader: Reader, asked: string | null, open: readonly School[]): string | null {
  if (asked !== null && asked !== "" && asked !== "trust") return asked;
  return reader.seesTrust ? null : (open[0]?.urn ?? null);
}
