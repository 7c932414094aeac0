/** What the form for columns and words says, put into the words of `pipelines/contract.ts`. */
import type { ImportAbout, ImportState } from "../../pipelines/contract.ts";

/** The choice of a word that nobody has matched yet. */
export const unmatched = "?";

/** The only word of a column that is said once for every row of a file. */
const wholeFile = "the whole file";

/** Whether a column's words are not the file's, but one answer for the whole of it. */
export function isForFile({ words }: ImportState["words"][number]): boolean {
  return words.length === 1 && words[0]!.word === wholeFile;
}

/** An academic year in the usual ways of writing it, `2025/26`, `2025-26`, `2025/2026` or `202526`, as its number; null when it is none. */
export function yearOf(text: string): number | null {
  const [, start, end] = /^\s*(\d{4})\s*[/\-–]?\s*(?:\d{2})?(\d{2})\s*$/.exec(text) ?? [];
  if (start === undefined || end === undefined) return null;
  return (Number(start) + 1) % 100 === Number(end) ? Number(start) * 100 + Number(end) : null;
}

/** A field that cannot be used, and what to do about it. */
export interface Fault {
  field: string;
  words: string;
}

type Said = Pick<ImportAbout, "mapping" | "words" | "year" | "release" | "trust_uid">;

/** The headings are chosen by their place in the file: a browser might change the line breaks in one. */
function mappingOf(form: FormData, { columns, headings }: ImportState): Record<string, string> {
  return Object.fromEntries(
    columns.map(({ name }, index) => {
      const chosen = String(form.get(`column-${index}`) ?? "");
      return [name, chosen === "" ? "" : (headings[Number(chosen)]?.heading ?? "")];
    }),
  );
}

function wordsOf(form: FormData, { words }: ImportState): Record<string, Record<string, string>> {
  return Object.fromEntries(
    words.map(({ column, words: found }, index) => [
      column,
      Object.fromEntries(
        found.flatMap(({ word }, place) => {
          const key = form.get(`word-${index}-${place}`);
          return key === null || key === unmatched ? [] : [[word, String(key)]];
        }),
      ),
    ]),
  );
}

/**
 * Reads the form that matches an upload's columns and words and answers its questions.
 *
 * @param state - what the form was made from
 * @returns what it says, and which of its fields cannot be used
 */
export function readAnswers(form: FormData, state: ImportState, about: ImportAbout): { said: Said; faults: Fault[] } {
  const text = (name: string) => String(form.get(name) ?? "").trim();
  const faults: Fault[] = [];
  const said: Said = {
    mapping: mappingOf(form, state),
    words: { ...about.words, ...wordsOf(form, state) },
    year: about.year,
    release: about.release,
    trust_uid: about.trust_uid,
  };
  if (form.has("year") && text("year") !== "") {
    said.year = yearOf(text("year"));
    if (said.year === null) faults.push({ field: "year", words: "Write the academic year as 2025/26." });
  }
  const release = (["provisional", "revised", "final"] as const).find((known) => known === text("release"));
  if (release) said.release = release;
  if (text("trust_uid") !== "") {
    if (/^\d{1,8}$/.test(text("trust_uid"))) said.trust_uid = text("trust_uid");
    else faults.push({ field: "trust_uid", words: "The group UID is a number, such as 2044." });
  }
  return { said, faults };
}
