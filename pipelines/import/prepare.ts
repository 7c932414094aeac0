import type { ImportAbout, ImportState } from "../contract.ts";
import { HubError } from "../errors.ts";
import type { ImportChoices } from "./context.ts";
import { readContext } from "./context.ts";
import { draftOf, planDraft, withMapping } from "./import.ts";
import type { Draft, ImportKind } from "./kind.ts";
import { kinds } from "./kinds/all.ts";
import {
  countRows,
  describeColumns,
  describeHeadings,
  describeWords,
  isMatchNeeded,
  matchedWords,
  readWords,
} from "./match.ts";
import { readMatch } from "./matches.ts";
import type { Plan } from "./plan.ts";
import { previewOf } from "./preview.ts";
import { ImportQuestion } from "./question.ts";
import { columnsFor, recogniseKinds, takenFor } from "./recognise.ts";
import type { RecordAccess } from "./record.ts";
import type { Sheet } from "./sheet.ts";
import type { WordMapping } from "./words.ts";
import { asProblem } from "./write.ts";

/** A file looked at as far as what is known of it allows. */
export interface Prepared {
  state: ImportState;
  /** There once the preview is: what would be written, and what to remember for the next such file. */
  ready?: { plan: Plan; kind: ImportKind; sheet: Sheet; words: WordMapping };
}

/** A state in which nothing is known yet. */
export function newState(): ImportState {
  return {
    step: "reading",
    updated_at: new Date().toISOString(),
    progress: null,
    rows: null,
    kinds: [],
    kind: null,
    columns: [],
    headings: [],
    words: [],
    asks: [],
    counts: null,
    collections: [],
    lines: [],
    notes: [],
    batch: null,
    problem: null,
  };
}

/**
 * Takes a file as far as it can be taken: to the choice of its kind, to what must be matched, or to a preview. Changes nothing.
 *
 * @param onProgress - told how many of the file's records have been compared with those that are there, and of how many
 * @throws HubError when the file cannot be used, or Directus does not answer
 */
export async function prepareSheet(
  read: Sheet,
  about: ImportAbout,
  record: RecordAccess,
  hub: { dataDir: string; today: string },
  onProgress: (done: number, total: number) => void = () => undefined,
): Promise<Prepared> {
  const state = newState();
  const allowed = kinds.filter(({ isForSchools }) => about.allowed_school_urns === null || isForSchools);
  const likelihoods = recogniseKinds(read, allowed);
  state.kinds = likelihoods.map(({ kind, likelihood }) => ({ name: kind.name, about: kind.about, likelihood }));
  const kind = about.kind === null ? takenFor(likelihoods) : allowed.find(({ name }) => name === about.kind);
  if (!kind) {
    return { state: { ...state, step: "choose_kind", headings: describeHeadings(read), rows: countRows(read) } };
  }
  state.kind = kind.name;
  const sheet = kind.arrange?.(read) ?? read;

  const before = columnsFor(kind, sheet) ?? {};
  const known = await readMatch(
    hub.dataDir,
    kind.name,
    describeHeadings(sheet, before).map(({ heading }) => heading),
  );
  const mapped = withMapping(sheet, { mapping: { ...known?.mapping, ...about.mapping } });
  const columns = columnsFor(kind, mapped) ?? {};
  state.columns = describeColumns(columns, mapped);
  state.headings = describeHeadings(mapped, columns);
  state.rows = countRows(mapped, columns);
  if (state.columns.some(({ is_required, heading }) => is_required && heading === null)) {
    return { state: { ...state, step: "match" } };
  }

  const list = readWords(kind, mapped);
  const words = matchedWords(list, about.words ?? {}, known);
  const choices = choicesOf(about, words, hub.today);
  const context = await readContext(kind, mapped, choices, record);
  state.words = describeWords(kind, mapped, list, context);
  if (about.words === null && isMatchNeeded(kind, mapped, state.words)) return { state: { ...state, step: "match" } };
  let draft: Draft;
  try {
    draft = draftOf(kind, mapped, choices, context);
  } catch (fault) {
    // What is wrong may be how its columns were matched, or a question that the file does not answer.
    if (!(fault instanceof HubError)) throw fault;
    const asks = fault instanceof ImportQuestion ? [fault.asks] : [];
    return { state: { ...state, step: "match", asks, problem: asProblem(fault) } };
  }
  const total = draft.candidates.length;
  const plan = await planDraft(draft, context, record, (done) => onProgress(done, total));
  return { state: { ...state, ...previewOf(plan), step: "ready" }, ready: { plan, kind, sheet: mapped, words } };
}

function choicesOf(about: ImportAbout, words: WordMapping, today: string): ImportChoices {
  return {
    ...(about.trust_uid === null ? {} : { trustUid: about.trust_uid }),
    ...(about.year === null ? {} : { year: about.year }),
    ...(about.release === null ? {} : { release: about.release }),
    words,
    allowedSchoolUrns: about.allowed_school_urns,
    today,
  };
}
