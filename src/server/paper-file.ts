/** Answers requests for the files of papers. */

import { readRelease } from "../data/measures.ts";
import { readCourseBook, readPaperBook } from "../data/paper-book.ts";
import { NotFound } from "../data/refusal.ts";
import { yearOf } from "../imports/answers.ts";
import { type Form, forms } from "../papers/addresses.ts";
import type { PlacePaperKind } from "../papers/compose.ts";
import { fileName } from "../papers/file-name.ts";
import type { FigureBook } from "../papers/forms/sheet.ts";
import { havePaperMade } from "../papers/workshop.ts";
import { academicYearOf } from "../sentences/years.ts";
import type { Reader } from "../session/reader.ts";

const types: Record<Form, string> = {
  pdf: "application/pdf",
  docx: "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
  xlsx: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
};

/** The kinds of which there is one for every place and year. */
const placeKinds: readonly string[] = [
  "board_paper",
  "annual_report",
  "subscriptions_review",
] satisfies PlacePaperKind[];

/** A form by the ending of an address. @throws NotFound */
export function formOf(ending: string | undefined): Form {
  if (ending !== undefined && Object.hasOwn(forms, ending)) return ending as Form;
  throw new NotFound("No such form of a paper");
}

/** A file to keep. */
export function fileAnswer(content: Uint8Array, name: string, form: Form): Response {
  return new Response(new Uint8Array(content), {
    headers: {
      "Content-Type": types[form],
      "Content-Length": String(content.byteLength),
      "Content-Disposition": `attachment; filename="${name}"`,
    },
  });
}

/** Which paper an address asks for; what it leaves out is the board paper of the year that the release falls in. */
export interface AskedPaper {
  kind: string | null;
  /** Null: the trust. */
  urn: string | null;
  query: URLSearchParams;
}

/**
 * A draft as a file.
 *
 * @throws NotFound where the address names no paper, and Forbidden and NotFound as `readPaper` does
 */
export async function draftFile(reader: Reader, asked: AskedPaper, form: Form): Promise<Response> {
  const book = await bookAsked(reader, asked);
  const { paper, files } = await havePaperMade(book, [form]);
  return fileAnswer(files[form]!, fileName(paper, form), form);
}

async function bookAsked(reader: Reader, { kind, urn, query }: AskedPaper): Promise<FigureBook> {
  if (kind === "course_report") return readCourseBook(reader, query.get("course") ?? "");
  const asked = kind ?? "board_paper";
  if (!placeKinds.includes(asked)) throw new NotFound("No such kind of paper");
  const { release } = await readRelease();
  const year = query.get("year");
  const timePeriod = year === null ? academicYearOf(release.as_of) : yearOf(year);
  if (timePeriod === null) throw new NotFound("No such academic year");
  const question = { kind: asked as PlacePaperKind, urn, timePeriod, meetingOn: query.get("meeting") };
  return (await readPaperBook(reader, question)).book;
}
