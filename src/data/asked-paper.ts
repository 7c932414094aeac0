/** Which paper an address asks for. */

import type { PaperAddress } from "../papers/addresses.ts";
import { composePaper } from "../papers/compose.ts";
import { type Paper, paperKinds } from "../papers/paper.ts";
import { academicYearOf, lastFullYear } from "../sentences/years.ts";
import type { Reader } from "../session/reader.ts";
import { readRelease } from "./measures.ts";
import { readCoursePaper, readPaperSource } from "./papers.ts";
import { NotFound } from "./refusal.ts";

/**
 * The year that a kind of paper is about unless somebody asks for another: a board sits and subscriptions run in the year that is not over,
 * a report is about the last that is.
 *
 * @param asOf - the day of the release
 */
export function usualYear(kind: PaperAddress["kind"], asOf: string): number {
  return kind === "annual_report" ? lastFullYear(asOf) : academicYearOf(asOf);
}

/** The school that a reader means who names none: their only one; null, the trust, for everybody else. */
export function usualPlace(reader: Reader): string | null {
  return !reader.seesTrust && reader.schoolUrns.length === 1 ? reader.schoolUrns[0]! : null;
}

/** A paper, and the address that asks for it in full. */
export interface AskedPaper {
  paper: Paper;
  address: PaperAddress;
  /** Whether the words that people write for it could be read; a course's report has none. */
  isRecordKnown: boolean;
}

/**
 * The paper that an address asks for, with the address in full: `school` is a URN or `trust`, `year` an academic year such as 202526,
 * `meeting` a day; `course` for a course's report.
 *
 * @param kind - as the address writes it
 * @throws NotFound where there is no such kind, year or course; Forbidden and NotFound as `readPaperSource` does
 */
export async function readAskedPaper(
  reader: Reader,
  kind: string | undefined,
  query: URLSearchParams,
): Promise<AskedPaper> {
  const known = paperKinds.find((one) => one === kind);
  if (known === undefined) throw new NotFound("There is no such kind of paper");
  if (known === "course_report") {
    const paper = await readCoursePaper(reader, query.get("course") ?? "");
    const { timePeriod, place, courseId } = paper;
    return { paper, address: { kind: known, urn: place.urn, timePeriod, courseId }, isRecordKnown: true };
  }
  const { release } = await readRelease();
  const school = query.get("school");
  const urn = school === null || school === "" ? usualPlace(reader) : school === "trust" ? null : school;
  const timePeriod = yearOf(query.get("year")) ?? usualYear(known, release.as_of);
  if (timePeriod > academicYearOf(release.as_of)) throw new NotFound("That year has not begun");
  const address = { kind: known, urn, timePeriod, meetingOn: query.get("meeting") || null };
  const source = await readPaperSource(reader, address);
  const paper = composePaper(known, source);
  const meetingOn = address.meetingOn && paper.meetingOn;
  return { paper, address: { ...address, meetingOn }, isRecordKnown: source.isRecordKnown };
}

/** An academic year as an address writes it; null where it names none. @throws NotFound for anything that is no academic year */
function yearOf(text: string | null): number | null {
  if (text === null || text === "") return null;
  const [start, end] = [Number(text.slice(0, 4)), Number(text.slice(4))];
  if (!/^(19|20)\d{4}$/.test(text) || (start + 1) % 100 !== end) throw new NotFound("That is no academic year");
  return Number(text);
}
