/** Answers requests for the files of papers. */
import { readAskedPaper } from "../data/asked-paper.ts";
import { bookOf } from "../data/paper-book.ts";
import { NotFound } from "../data/refusal.ts";
import { type Form, forms } from "../papers/addresses.ts";
import { fileName } from "../papers/file-name.ts";
import { havePaperMade } from "../papers/lately-made.ts";
import type { Reader } from "../session/reader.ts";

const types: Record<Form, string> = {
  pdf: "application/pdf",
  docx: "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
  xlsx: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
};

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

/**
 * A draft as a file.
 *
 * @param query - as `readAskedPaper` reads it
 * @throws Forbidden and NotFound as `readAskedPaper` does
 */
export async function draftFile(
  reader: Reader,
  kind: string | undefined,
  query: URLSearchParams,
  ending: string | undefined,
): Promise<Response> {
  const form = formOf(ending);
  const { paper } = await readAskedPaper(reader, kind, query);
  const { paper: fitted, files } = await havePaperMade(await bookOf(reader, paper), [form]);
  return fileAnswer(files[form]!, fileName(fitted, form), form);
}

/** The draft of a place's own address, `/schools/<urn>/paper.pdf?kind=&year=`: the board paper unless another kind is asked for. */
export function draftOfPlace(
  reader: Reader,
  urn: string | null,
  url: URL,
  ending: string | undefined,
): Promise<Response> {
  const query = new URLSearchParams(url.searchParams);
  query.set("school", urn ?? "trust");
  const year = query.get("year");
  // 2025/26 and 2025-26 are the same year as 202526.
  if (year) query.set("year", year.replace(/^(\d{4})[/-](\d{2})$/, "$1$2"));
  return draftFile(reader, query.get("kind") || "board_paper", query, ending);
}
