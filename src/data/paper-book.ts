/** What the files of a paper are made of: the paper as a reader may open it, and the figures behind it, which may leave the log-in. */
import type { Figure } from "../../pipelines/contract.ts";
import type { FigureBook } from "../papers/forms/sheet.ts";
import type { Paper } from "../papers/paper.ts";
import type { Reader } from "../session/reader.ts";
import { readCatalogue, readLeavingSchool, readLeavingTrust } from "./measures.ts";

/**
 * A paper with the figures of its place up to its year.
 *
 * @param reader - who could read the paper
 */
export async function bookOf(reader: Reader, paper: Paper): Promise<FigureBook> {
  const [{ measures, policy }, figures] = await Promise.all([readCatalogue(), figuresOf(reader, paper)]);
  return {
    paper,
    figures: figures.filter(({ time_period }) => time_period <= paper.timePeriod),
    measures,
    threshold: Math.max(policy.threshold_signed_in, policy.threshold_leaving),
  };
}

/** A course's report rests on its answers alone: whoever took part in it need not be of the school that held it. */
async function figuresOf(reader: Reader, { kind, place }: Paper): Promise<Figure[]> {
  if (kind === "course_report") return [];
  return place.urn === null ? readLeavingTrust() : readLeavingSchool(reader, place.urn);
}
