/**
 * The exchange between the site and the imports, both ways in files under `<DATA_DIR>/imports`, which hold people's data: folders 0700,
 * files 0600.
 *
 *     imports/
 *       <batch>.json                   one import as it was written (schema `importBatch`)
 *       <batch>.jsonl                  what undoing it needs, values included; for `undoDays`
 *       uploads/<id>/file              the bytes as uploaded, written by the site; deleted once they are in the record
 *                    about.json        what whoever uploaded it says (schema `importAbout`), written by the site
 *                    state.json        how far it is (schema `importState`), replaced by the import in one step
 *                    refused.csv       every refused row with its reason, to download; there when there are any
 *
 * The site starts `node pipelines/import/job.ts prepare <id>` after an upload and after each answer, `write <id>` once somebody has
 * agreed to the preview, and `undo <batch>`. An id is 32 hexadecimal digits.
 */
import { z } from "zod";

/** What whoever uploaded a file says of it. */
export const importAbout = z.strictObject({
  /** As the person's own machine calls it, without folders. */
  file_name: z.string(),
  /** A UTC time. */
  uploaded_at: z.string(),
  /** The Directus user who uploaded it, and alone may see it. */
  uploaded_by: z.string(),
  /** The schools for which they may import; null: all, and for the trust itself. */
  allowed_school_urns: z.array(z.string()).nullable(),
  /** Null: nobody has said what kind of file it is. */
  kind: z.string().nullable(),
  /** Our name of each column to the heading in the file, "" for a column that is not to be read. Null: nobody has matched them. */
  mapping: z.record(z.string(), z.string()).nullable(),
  /** Column, then word of the file, to a key of the record, "" to leave its rows out. Null: nobody has matched them. */
  words: z.record(z.string(), z.record(z.string(), z.string())).nullable(),
  /** The academic year, as 202526, where the file does not say it. */
  year: z.number().int().nullable(),
  release: z.enum(["provisional", "revised", "final"]).nullable(),
  /** The group UID of the trust, where none has been chosen yet. */
  trust_uid: z.string().nullable(),
});
export type ImportAbout = z.infer<typeof importAbout>;

/** How many records an import adds, changes and leaves, and how many rows it refuses or passes over as about others. */
const importCounts = z.strictObject({
  added: z.number().int(),
  changed: z.number().int(),
  left: z.number().int(),
  refused: z.number().int(),
  not_ours: z.number().int(),
});

/** A fault somebody can put right, as `HubError` has it. */
const problem = z.strictObject({ at: z.string(), problem: z.string(), fix: z.string() });

/** How far an upload is, and everything a person must see to decide on it. */
export const importState = z.strictObject({
  /**
   * `reading`: wait. `choose_kind`: it could be of several kinds. `match`: columns, words or the questions in `asks` need an answer.
   * `ready`: a preview, nothing is written; with a `problem`, writing stopped half-way and may be begun again or undone.
   * `writing`: wait. `written`, `undone`: done. `refused`: the file cannot be used; `problem` says why.
   */
  step: z.enum(["reading", "choose_kind", "match", "ready", "writing", "written", "undone", "refused"]),
  /** A UTC time. A `reading` or `writing` that is minutes old has been stopped; it may be started again. */
  updated_at: z.string(),
  progress: z.strictObject({ done: z.number(), total: z.number(), words: z.string() }).nullable(),
  /** Rows under the headings; null until they are read. */
  rows: z.number().int().nullable(),
  /** Every kind that may be chosen, the likeliest first, with how likely it is, from 0 to 1. */
  kinds: z.array(z.strictObject({ name: z.string(), about: z.string(), likelihood: z.number() })),
  /** The kind it is taken for, or that somebody chose. */
  kind: z.string().nullable(),
  /** The kind's columns with the heading each is read from; null: not in the file. */
  columns: z.array(
    z.strictObject({
      name: z.string(),
      label: z.string(),
      note: z.string().nullable(),
      is_required: z.boolean(),
      heading: z.string().nullable(),
    }),
  ),
  /** The file's headings with up to three of the cells below each. */
  headings: z.array(z.strictObject({ heading: z.string(), samples: z.array(z.string()) })),
  /**
   * The words of columns that stand for keys of the record. `key` null: nobody has matched it; "": its rows are left out. Where the file
   * has no such column and it is said once for every row, such as the activity that answers are about, the only word is "the whole file".
   */
  words: z.array(
    z.strictObject({
      column: z.string(),
      label: z.string(),
      choices: z.array(z.strictObject({ key: z.string(), label: z.string() })),
      words: z.array(z.strictObject({ word: z.string(), key: z.string().nullable(), rows: z.number().int() })),
    }),
  ),
  /** What the file does not say by itself and `importAbout` must. */
  asks: z.array(z.enum(["year", "release", "trust_uid"])),
  counts: importCounts.nullable(),
  /** The same for each collection, in people's words. */
  collections: z.array(
    z.strictObject({ collection: z.string(), label: z.string(), added: z.number().int(), changed: z.number().int() }),
  ),
  /** The first 500 of each outcome, and of `refused` the first 2,000, in the order of the file. `line` 0: not from a line of it. */
  lines: z.array(
    z.strictObject({
      line: z.number().int(),
      outcome: z.enum(["added", "changed", "left", "refused"]),
      /** Whom or what it is about, in people's words, and for a change which fields; "" for a refusal. */
      what: z.string(),
      /** The heading of the cell at fault. */
      column: z.string().nullable(),
      /** Why it is refused or left. */
      reason: z.string().nullable(),
    }),
  ),
  /** What whoever imports should know, in whole sentences. */
  notes: z.array(z.string()),
  /** The batch, from the moment writing begins. */
  batch: z.string().nullable(),
  problem: problem.nullable(),
});
export type ImportState = z.infer<typeof importState>;

/** One import as it was written. */
export const importBatch = z.strictObject({
  batch: z.string(),
  kind: z.string(),
  /** The imported file's name, without its folders. */
  file: z.string(),
  /** A UTC time. */
  started_at: z.string(),
  /** `writing` until all is written: an import that was stopped half-way stays so; `undoing` likewise. */
  state: z.enum(["writing", "written", "undoing", "undone"]),
  /** How many records it adds and changes. */
  added: z.number().int(),
  changed: z.number().int(),
  /** The Directus user who imported it; null: somebody at the server. */
  imported_by: z.string().nullable(),
  /** The schools for which they might import then, and without which they may not undo it; null: all, and for the trust itself. */
  allowed_school_urns: z.array(z.string()).nullable().default(null),
  /** What undoing it came to; null until then. Records are kept that have been edited since, or that others refer to. */
  undone: z.strictObject({ deleted: z.number().int(), restored: z.number().int(), kept: z.number().int() }).nullable(),
  /** Why writing or undoing stopped; null when it did not. */
  problem: problem.nullable(),
});
/** One import as it is kept on disk. */
export type ImportBatch = z.infer<typeof importBatch>;

/** For how many days after it began an import can be undone; then the values that undoing needs are removed, and only `importBatch` stays. */
export const undoDays = 90;

/** Whether the values that undoing an import needs are still kept. `now` is in milliseconds since 1970. */
export function isUndoable({ started_at }: Pick<ImportBatch, "started_at">, now: number): boolean {
  return now - Date.parse(started_at) < undoDays * 86_400_000;
}
