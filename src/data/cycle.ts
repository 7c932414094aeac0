/** The yearly cycle: plans, needs, programmes, costs, what was shared and decided. Which files of the release are opened for whom. */
import { type CycleSlice, cycleSlice } from "../../pipelines/contract.ts";
import { maySeeSchool, type Reader } from "../session/reader.ts";
import { openFile, readTrust } from "./measures.ts";
import { Forbidden, NotFound } from "./refusal.ts";

/**
 * The cycle of one place.
 *
 * @param place - a school's URN, or null for the whole trust
 * @returns null where the release was made before there was any
 * @throws Forbidden unless the reader may see that school or, for null, the whole trust, whether or not there is such a school
 * @throws NotFound when a reader of the trust asks for a school that is not in it
 */
export async function readCycle(reader: Reader, place: string | null): Promise<CycleSlice | null> {
  if (place === null) {
    if (!reader.seesTrust) throw new Forbidden("The whole trust's records are for its readers");
    return openFile("cycle/trust.json", cycleSlice);
  }
  if (!maySeeSchool(reader, place)) throw new Forbidden("This reader may not open that school");
  const { schools } = await readTrust();
  if (!schools.some(({ urn }) => urn === place)) throw new NotFound("No such school in the trust");
  return openFile(`cycle/schools/${place}.json`, cycleSlice);
}
