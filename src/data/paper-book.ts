/** What the files of a paper are made of: the paper as a reader may open it, and the figures behind it. */
import type { Figure, PublishedMeasure } from "../../pipelines/contract.ts";
import { composePaper } from "../papers/compose.ts";
import type { FigureBook } from "../papers/forms/sheet.ts";
import type { Reader } from "../session/reader.ts";
import { readCatalogue, readLeavingSchool, readLeavingTrust } from "./measures.ts";
import { type PaperQuestion, readCoursePaper, readPaperSource } from "./papers.ts";

/** Figures that were known in the paper's year. */
const upTo = (figures: readonly Figure[], timePeriod: number) =>
  figures.filter(({ time_period }) => time_period <= timePeriod);

/**
 * A paper of a place with its figures, which may leave the log-in.
 *
 * @returns the book, and whether the record could be asked for the written words
 * @throws Forbidden and NotFound as `readPaper` does
 */
export async function readPaperBook(
  reader: Reader,
  question: PaperQuestion,
): Promise<{ book: FigureBook; isRecordKnown: boolean; recordId: string | null }> {
  const source = await readPaperSource(reader, question);
  const { catalogue, place, isRecordKnown, written } = source;
  const paper = composePaper(question.kind, source);
  const figures = upTo(place.figures, question.timePeriod);
  return { book: bookOf(paper, figures, catalogue), isRecordKnown, recordId: written?.id ?? null };
}

/** The report of a course with the figures of whoever held it. @throws Forbidden and NotFound as `readCoursePaper` does */
export async function readCourseBook(reader: Reader, courseId: string): Promise<FigureBook> {
  const paper = await readCoursePaper(reader, courseId);
  const { urn } = paper.place;
  const figures = urn === null ? await readLeavingTrust() : await readLeavingSchool(reader, urn);
  return bookOf(paper, upTo(figures, paper.timePeriod), await readCatalogue());
}

interface Defined {
  measures: PublishedMeasure[];
  policy: { threshold_signed_in: number; threshold_leaving: number };
}

function bookOf(paper: FigureBook["paper"], figures: readonly Figure[], { measures, policy }: Defined): FigureBook {
  const threshold = Math.max(policy.threshold_signed_in, policy.threshold_leaving);
  return { paper, figures, measures, threshold };
}
