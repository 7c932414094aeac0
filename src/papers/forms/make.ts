/** A paper in the forms that are asked for. */
import type { Form } from "../addresses.ts";
import type { Paper } from "../paper.ts";
import { cleanPaper } from "./clean.ts";
import { fitToPages } from "./fit.ts";
import { type FigureBook, sheetOf } from "./sheet.ts";
import { wordOf } from "./word.ts";

/** A paper as it fits on its pages, with how many those are, and its files. */
export interface MadePaper {
  paper: Paper;
  pages: number;
  files: Partial<Record<Form, Buffer>>;
}

/**
 * Makes a paper. The same book gives the same bytes.
 *
 * @param book - the paper before it is fitted to its pages, and the figures behind it
 */
export async function makePaper(book: FigureBook, forms: readonly Form[]): Promise<MadePaper> {
  const { paper, laid } = fitToPages(cleanPaper(book.paper));
  const files: MadePaper["files"] = {};
  if (forms.includes("pdf")) files.pdf = laid.bytes();
  if (forms.includes("docx")) files.docx = await wordOf(paper);
  if (forms.includes("xlsx")) files.xlsx = await sheetOf({ ...book, paper });
  return { paper, pages: laid.pages, files };
}
