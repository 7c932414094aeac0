/** The place that a page's address asks for, among those that its reader may open. */
import type { Catalogue, School } from "../../pipelines/contract.ts";
import type { Place } from "../sentences/place.ts";
import { schoolPlace, trustPlace } from "../sentences/places.ts";
import { maySeeSchool, type Reader } from "../session/reader.ts";
import { readCatalogue, readSchool, readTrust } from "./measures.ts";

/** What a page with a choice of place shows. */
export interface ChosenPlace {
  catalogue: Catalogue;
  place: Place;
  /** The trust, where the place is one of its schools. */
  whole: Place | undefined;
  /** The places to choose from, the trust first and schools by name. */
  places: { value: string; name: string }[];
  /** The one that is shown, as the address writes it. */
  value: string;
  /** The schools that the reader may open, by name. */
  open: School[];
}

/**
 * Reads the place that is asked for: a URN, or `trust`. Where nothing is asked for it is the reader's one school, else the trust.
 *
 * @throws Forbidden and NotFound as `readSchool` does
 */
export async function readChosenPlace(reader: Reader, asked: string | null): Promise<ChosenPlace> {
  const [catalogue, trustSlice] = await Promise.all([readCatalogue(), readTrust()]);
  const open = trustSlice.schools
    .filter(({ urn }) => maySeeSchool(reader, urn))
    .sort((one, other) => one.name.localeCompare(other.name));
  const usual = !reader.seesTrust && open.length === 1 ? open[0]!.urn : "trust";
  const value = asked || usual;
  const trust = trustPlace(catalogue.policy, trustSlice);
  const school = value === "trust" ? null : schoolPlace(await readSchool(reader, value));
  return {
    catalogue,
    place: school ?? trust,
    whole: school ? trust : undefined,
    places: [{ value: "trust", name: trust.name }, ...open.map(({ urn, name }) => ({ value: urn, name }))],
    value,
    open,
  };
}
