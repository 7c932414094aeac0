/** What differs between an edition and a later one, or the paper as it stands now. */
import { type AskedPaper, readAskedPaper } from "../data/asked-paper.ts";
import { readEditionPaper, readEditionProfile } from "../data/editions.ts";
import { readCatalogue } from "../data/measures.ts";
import { bookOf } from "../data/paper-book.ts";
import { NotFound } from "../data/refusal.ts";
import { shownDate, shownYear } from "../format.ts";
import { type Compared, hindranceOf, notesOn } from "../papers/comparable.ts";
import { differenceOf, type SectionDifference } from "../papers/difference.ts";
import type { Edition } from "../papers/editions.ts";
import { havePaperMade } from "../papers/lately-made.ts";
import type { Reader } from "../session/reader.ts";
import { editionOf } from "./edition.ts";

/** What an address says in the place of an edition's number for the paper as it stands now. */
export const now = "now";

/** Two papers held against one another. */
export interface PaperDifference {
  from: Edition;
  /** Null: the paper as it stands now. */
  to: Edition | null;
  /** What the later one is called, in the middle of a sentence. */
  toName: string;
  /** Why they are not compared, in a whole sentence; null where they are. */
  hindrance: string | null;
  /** What must be known to read the differences, in whole sentences. */
  notes: string[];
  sections: SectionDifference[];
}

interface End extends Compared {
  edition: Edition | null;
}

/**
 * Compares an edition with another, or with the paper of its kind and place as the live release would make it now.
 *
 * @param from - the number of an edition, as an address has it
 * @param to - likewise, or `now`
 * @param year - the academic year of the paper now, as an address has it; null: the one that such a paper is about today
 * @throws NotFound and Forbidden as editions and papers do, EditionDamaged
 */
export async function paperDifference(
  reader: Reader,
  from: string | null,
  to: string | null,
  year: string | null = null,
): Promise<PaperDifference> {
  const earlier = await editionEnd(reader, from);
  const edition = earlier.edition!;
  const later = to === now ? await nowEnd(reader, edition, year) : await editionEnd(reader, to);
  const found = { from: edition, notes: [], sections: [] };
  if (later === "unknown")
    return {
      ...found,
      to: null,
      toName: "the paper as it stands now",
      hindrance:
        "The record does not answer, so the words that people write are missing from the paper as it stands now, and would look as if they had been taken out. Try again in a few minutes; two editions can be compared all the while.",
    };
  if (later === null)
    return {
      ...found,
      to: null,
      toName: "the paper as it stands now",
      hindrance: `What edition ${edition.number} is about is not in the figures any more, so there is no such paper now. The edition itself stays as it is.`,
    };
  const { name: toName, edition: toEdition } = later;
  const hindrance = hindranceOf(earlier, later);
  if (hindrance !== null) return { ...found, to: toEdition, toName, hindrance };
  const sections = differenceOf(earlier.paper, later.paper);
  return { ...found, to: toEdition, toName, hindrance, notes: notesOn(earlier, later), sections };
}

async function editionEnd(reader: Reader, number: string | null): Promise<End> {
  const edition = await editionOf(reader, number);
  const [paper, profile] = await Promise.all([readEditionPaper(reader, edition), readEditionProfile(edition)]);
  return { edition, name: `edition ${edition.number}`, paper, profile };
}

/** The paper of an edition's kind and place as it would be made now, on as many sheets as it may have; null where there is none any more, `unknown` while the record does not say what people wrote for it. */
async function nowEnd(reader: Reader, edition: Edition, year: string | null): Promise<End | null | "unknown"> {
  const [draft, { policy }] = await Promise.all([draftLike(reader, edition, year), readCatalogue()]);
  if (draft === null) return null;
  if (!draft.isRecordKnown) return "unknown";
  const { paper } = await havePaperMade(await bookOf(reader, draft.paper), []);
  const name = `the draft of ${shownYear(paper.timePeriod)} as of ${shownDate(paper.release.asOf)}`;
  return { edition: null, name, paper, profile: policy.profile };
}

async function draftLike(
  reader: Reader,
  { kind, place, course_id }: Edition,
  year: string | null,
): Promise<Pick<AskedPaper, "paper" | "isRecordKnown"> | null> {
  try {
    const which: Record<string, string> = course_id
      ? { course: course_id }
      : { school: place.urn ?? "trust", ...(year ? { year } : {}) };
    return await readAskedPaper(reader, kind, new URLSearchParams(which));
  } catch (cause) {
    // A school that has left, or a course too long ago: not a fault of whoever asks.
    if (cause instanceof NotFound) return null;
    throw cause;
  }
}
