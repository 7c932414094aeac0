/** Papers as a reader may open them: the same rules as for figures, and of the figures those that may leave the log-in. */
import type { ComparisonsSlice, SchoolSlice, TrustSlice } from "../../pipelines/contract.ts";
import { courseReport, type PlacePaperKind } from "../papers/compose.ts";
import { leavingCycle } from "../papers/cycle.ts";
import { withoutLeadRole } from "../papers/lead-role.ts";
import type { Paper, PaperKind } from "../papers/paper.ts";
import type { PaperSource } from "../papers/source.ts";
import { writtenFor } from "../papers/written.ts";
import type { Place } from "../sentences/place.ts";
import { schoolPlace, trustPlace } from "../sentences/places.ts";
import { maySeeSchool, type Reader } from "../session/reader.ts";
import { readCycle } from "./cycle.ts";
import { mayReadCourses, readCourse } from "./duties.ts";
import { readCatalogue, readLeavingSchool, readLeavingTrust, readRelease, readSchool, readTrust } from "./measures.ts";
import { Forbidden } from "./refusal.ts";
import { readWritten } from "./written.ts";

/** Which paper of a place is asked for. */
export interface PaperQuestion {
  kind: PlacePaperKind;
  /** Null: the trust. */
  urn: string | null;
  /** An academic year: 202526 is 2025/26. */
  timePeriod: number;
  /** The day of the meeting, where a year has several. */
  meetingOn?: string | null | undefined;
}

/**
 * Whether a reader may open a kind of paper about a place. The trust's board paper is everybody's who signs in, as its totals are; its
 * other papers set schools beside one another, and are for readers of the whole trust.
 *
 * @param urn - a school, or null for the trust
 */
export function mayReadPaper(reader: Reader, kind: PaperKind, urn: string | null): boolean {
  if (kind === "course_report") return mayReadCourses(reader);
  if (urn !== null) return maySeeSchool(reader, urn);
  return reader.seesTrust || kind === "board_paper";
}

/** Whether a reader belongs to the board of a place, or works for it: they read how the CPD lead's role was evaluated, the lead does not. */
export function isOfBoard(reader: Reader, urn: string | null): boolean {
  // Whoever leads CPD at a school stays its lead, whatever else they are appointed to.
  if (urn !== null && Array.isArray(reader.keeps) && reader.keeps.includes(urn)) return false;
  return reader.seesTrust || (urn !== null && maySeeSchool(reader, urn));
}

/**
 * What a paper of a place as it stands now is composed from: a draft, which changes with the figures. Without the record it has no
 * written words, and says so.
 *
 * @throws Forbidden unless the reader may open it, whether or not there is such a school
 * @throws NotFound when a reader of the trust asks for a school that is not in it
 */
export async function readPaperSource(reader: Reader, question: PaperQuestion): Promise<PaperSource> {
  const { kind, urn, timePeriod } = question;
  if (!mayReadPaper(reader, kind, urn)) throw new Forbidden("This paper is not for this reader");
  const [{ release }, catalogue, trustSlice, leavingTrust] = await Promise.all([
    readRelease(),
    readCatalogue(),
    readTrust(),
    readLeavingTrust(),
  ]);
  const trust: Place = { ...trustPlace(catalogue.policy, trustSlice), figures: leavingTrust };
  const school = urn === null ? null : await readLeavingPlace(reader, await readSchool(reader, urn));
  const isForAll = kind === "board_paper";
  const isForBoard = isOfBoard(reader, urn);
  const isOfOwn = urn !== null || reader.seesTrust;
  const [comparisons, cycle, all] = await Promise.all([
    urn === null && !isForAll ? readLeavingComparisons(reader, trustSlice) : null,
    isOfOwn ? readCycle(reader, urn) : null,
    readWritten(urn),
  ]);
  const written = all && writtenFor(all, question, release.as_of);
  return {
    catalogue,
    place: school ?? trust,
    trust: school ? trust : null,
    comparisons,
    schools: trustSlice.schools,
    release,
    cycle: cycle && leavingCycle(cycle),
    written: written && (isForBoard ? written : withoutLeadRole(written)),
    isRecordKnown: all !== null,
    timePeriod,
    isForBoard,
  };
}

/** The evaluation report of a course, as it may leave the log-in. @throws Forbidden and NotFound as `readCourse` does */
export async function readCoursePaper(reader: Reader, courseId: string): Promise<Paper> {
  const report = await readCourse(reader, courseId);
  const [{ release }, catalogue, { schools }] = await Promise.all([readRelease(), readCatalogue(), readTrust()]);
  const nameOf = (urn: string) => schools.find((school) => school.urn === urn)?.name ?? urn;
  const { host_urn: urn, school_urns } = report;
  const host = { urn, name: urn === null ? catalogue.policy.organisation_name : nameOf(urn) };
  return courseReport({ catalogue, host, schools: school_urns.map(nameOf), report, release });
}

async function readLeavingPlace(reader: Reader, slice: SchoolSlice): Promise<Place> {
  return { ...schoolPlace(slice), figures: await readLeavingSchool(reader, slice.school.urn) };
}

/** Every school's totals as they may leave the log-in. */
async function readLeavingComparisons(reader: Reader, { schools }: TrustSlice): Promise<ComparisonsSlice> {
  const all = await Promise.all(schools.map(({ urn }) => readLeavingSchool(reader, urn)));
  return { schools, figures: all.flat().filter(({ breakdown }) => breakdown === "total") };
}
