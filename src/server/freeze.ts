/** Makes a paper an edition: frozen with its release, numbered, dated and hashed. */
import { readAskedPaper } from "../data/asked-paper.ts";
import { RecordUnreachable } from "../data/content.ts";
import { type EditionContent, writeEdition } from "../data/editions.ts";
import { bookOf } from "../data/paper-book.ts";
import { mayReadPaper, type PaperQuestion, readPaperSource } from "../data/papers.ts";
import { changeWhere } from "../data/record-changes.ts";
import { Forbidden } from "../data/refusal.ts";
import { composePaper } from "../papers/compose.ts";
import type { Edition } from "../papers/editions.ts";
import { havePaperMade } from "../papers/lately-made.ts";
import type { Paper } from "../papers/paper.ts";
import { readToday } from "../session/access.ts";
import type { Reader } from "../session/reader.ts";

/** Whoever may read a place's papers and belongs to no board of it: what they get, everybody may get. */
function outsider(urn: string | null): Reader {
  return {
    userId: "",
    role: urn === null ? "governor" : "cpd_lead",
    label: "",
    seesTrust: false,
    schoolUrns: urn === null ? [] : [urn],
    keeps: urn === null ? null : [urn],
    mayExport: false,
    mayExportAnswers: false,
  };
}

/** The same paper for readers outside the board; null where they get the whole, or nothing. */
async function openPaper(paper: Paper, question: PaperQuestion): Promise<Paper | null> {
  const reader = outsider(question.urn);
  if (!mayReadPaper(reader, question.kind, question.urn)) return null;
  const { paper: open } = await wholePaper(reader, question);
  return JSON.stringify(open) === JSON.stringify(paper) ? null : open;
}

/** The files of a paper, with the edition in them. */
async function filesOf(
  reader: Reader,
  paper: Paper,
  edition: Paper["edition"],
  folder: string,
): Promise<EditionContent> {
  const book = await bookOf(reader, { ...paper, edition });
  const { paper: fitted, files } = await havePaperMade(book, ["pdf", "docx", "xlsx"]);
  return {
    [`${folder}paper.json`]: Buffer.from(`${JSON.stringify(fitted)}\n`),
    [`${folder}paper.pdf`]: files.pdf!,
    [`${folder}paper.docx`]: files.docx!,
    [`${folder}figures.xlsx`]: files.xlsx!,
  };
}

/** A paper with the words that people wrote for it. @throws RecordUnreachable, because an edition without them would be so for good */
async function wholePaper(
  reader: Reader,
  question: PaperQuestion,
): Promise<{ paper: Paper; record_id: string | null }> {
  const source = await readPaperSource(reader, question);
  if (!source.isRecordKnown) throw new RecordUnreachable("The record cannot be reached");
  return { paper: composePaper(question.kind, source), record_id: source.written?.id ?? null };
}

/** Says in the record which edition its words went out in. False where the record did not take it. */
async function writeBack({ record_id, number, release_id, made_on, files }: Edition): Promise<boolean> {
  if (record_id === null) return true;
  const own = { id: { _eq: record_id } };
  const made = { number, release_id, made_on, sha256: files["paper.pdf"]!.sha256 };
  try {
    await changeWhere("editions", own, made);
    // A paper that the meeting has discussed stays discussed.
    await changeWhere("editions", { _and: [own, { state: { _eq: "draft" } }] }, { state: "final" });
    return true;
  } catch (cause) {
    if (cause instanceof RecordUnreachable) return false;
    throw cause;
  }
}

/**
 * Freezes the paper that a form asks for.
 *
 * @param form - `kind`, and `school`, `year` and `meeting`, or `course`, as the address of the paper has them
 * @returns the edition, and whether the record knows of it
 * @throws Forbidden unless the reader is an administrator; RecordUnreachable; otherwise as `readAskedPaper`
 */
export async function freezePaper(reader: Reader, form: FormData): Promise<{ edition: Edition; isInRecord: boolean }> {
  if (!reader.mayExport) throw new Forbidden("Editions are made by administrators");
  const said = [...form].flatMap(([name, value]) => (typeof value === "string" ? [[name, value]] : []));
  const query = new URLSearchParams(said);
  const { paper: asked, address } = await readAskedPaper(reader, query.get("kind") ?? undefined, query);
  const { kind, urn, timePeriod, meetingOn } = address;
  const question = kind === "course_report" ? null : { kind, urn, timePeriod, meetingOn };
  const { paper, record_id } = question ? await wholePaper(reader, question) : { paper: asked, record_id: null };
  const open = question && (await openPaper(paper, question));
  const made_on = readToday();
  const about = {
    kind,
    place: paper.place,
    course_id: paper.courseId,
    time_period: paper.timePeriod,
    title: paper.title,
    meeting_on: paper.meetingOn,
    release_id: paper.release.id,
    made_on,
    record_id,
  };
  const edition = await writeEdition(about, async (number) => ({
    ...(await filesOf(reader, paper, { number, madeOn: made_on }, "")),
    ...(open ? await filesOf(reader, open, { number, madeOn: made_on }, "open/") : {}),
  }));
  return { edition, isInRecord: await writeBack(edition) };
}
