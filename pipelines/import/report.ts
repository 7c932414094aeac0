import type { ImportBatch, ImportState } from "../contract.ts";
import { collectionNames, collections, countOf } from "./collections.ts";
import type { ImportCollection } from "./kind.ts";
import { changedFields, type Plan } from "./plan.ts";
import { type Likelihood, takenFor } from "./recognise.ts";
import type { Undone } from "./undo.ts";

/** So many refused rows are printed one by one; the rest are counted. */
const shownRefusals = 50;
const shownChanges = 50;

/**
 * A plan in plain lines: what is added, changed, left and refused, with the line and column of each refusal. The same for a dry run and
 * a real one.
 */
export function describePlan(plan: Plan): string[] {
  const refused = plan.refused.slice(0, shownRefusals).map(({ line, column, reason }) => {
    return `  line ${line}${column ? `, column ${column}` : ""}: ${reason}`;
  });
  if (plan.refused.length > shownRefusals) refused.push(`  and ${count(plan.refused.length - shownRefusals)} more`);
  return [
    `Added     ${count(plan.added.length)}${listed(plan.added)}`,
    `Changed   ${count(plan.changed.length)}${listed(plan.changed)}`,
    ...describeChanges(plan),
    `Left      ${count(plan.left)} as they are${plan.superseded > 0 ? `, and ${count(plan.superseded)} because later figures are there already` : ""}`,
    `Refused   ${count(plan.refused.length)}`,
    ...refused,
    `Not ours  ${count(plan.not_ours)} rows about others`,
    ...plan.notes,
  ];
}

/** One line for each batch, the latest first. */
export function describeBatches(batches: ImportBatch[]): string[] {
  const states = {
    writing: "stopped half-way: undo it, or run the import again",
    written: "written",
    undoing: "undone in part: undo it again",
    undone: "undone",
  };
  const lines = batches.map(
    ({ batch, file, added, changed, state }) =>
      `${batch}  ${file}  ${count(added)} added, ${count(changed)} changed  ${states[state]}`,
  );
  return lines.length > 0 ? lines : ["Nothing has been imported yet."];
}

/** What undoing a batch did, with each record that was kept. */
export function describeUndone({ deleted, restored, kept }: Undone): string[] {
  return [
    `Deleted   ${count(deleted)}`,
    `Restored  ${count(restored)}`,
    `Kept      ${count(kept.length)}`,
    ...kept.map(({ collection, key, reason }) => `  ${collection} ${key}: ${reason}`),
  ];
}

/** 1204 as `1,204`. */
export function count(number: number): string {
  return number.toLocaleString("en-GB");
}

function listed(records: { collection: ImportCollection }[]): string {
  const parts = collectionNames.flatMap((collection) => {
    const number = records.filter((record) => record.collection === collection).length;
    if (number === 0) return [];
    return [collection === "policy" ? collections.policy.words[0] : countOf(collection, number)];
  });
  return parts.length > 0 ? ` (${parts.join(", ")})` : "";
}

/** Names of fields only, by line or by a school's number: a value may be about a person. Published figures are too many to list. */
function describeChanges({ changed }: Plan): string[] {
  const listed = changed.filter(({ collection }) => collection !== "outcomes");
  const lines = listed.slice(0, shownChanges).map((change) => {
    const isPublic = change.collection === "schools" || change.collection === "policy";
    return `  ${isPublic ? change.key : `line ${change.line}`}: ${changedFields(change).join(", ")}`;
  });
  return listed.length > shownChanges ? [...lines, `  and ${count(listed.length - shownChanges)} more`] : lines;
}

/** What a file is taken for, and how to import it as that. */
export function describeLikelihoods(file: string, path: string, likelihoods: Likelihood[]): string[] {
  const likely = likelihoods.filter(({ likelihood }) => likelihood >= 0.4).slice(0, 5);
  const taken = takenFor(likelihoods);
  const command = (name: string) => `npm run import -- ${name} ${/\s/.test(path) ? `"${path}"` : path}`;
  if (taken) {
    return [
      `${file} is taken for ${taken.name}: ${taken.about}`,
      `Nothing has been done. If that is right: ${command(taken.name)}`,
    ];
  }
  if (likely.length === 0) {
    return [
      `${file} is not like any kind of file that is known. Name its kind and match its columns with --map; see --help.`,
    ];
  }
  return [
    `${file} could be one of these. Nothing has been done; name the kind to import it:`,
    ...likely.map(({ kind }) => `  ${command(kind.name)}   ${kind.about}`),
  ];
}

/**
 * The words that nobody has matched, with how to. A word that only a row or two have is counted and not printed: where the wrong column
 * was matched, it may be somebody's name.
 */
export function describeUnmatched(columns: ImportState["words"]): string[] {
  return columns.flatMap(({ column, label, words, choices }) => {
    const open = words.filter(({ key }) => key === null);
    if (open.length === 0) return [];
    const shown = open.filter(({ rows }) => rows >= 3).slice(0, 20);
    const keys = choices.slice(0, 12).map(({ key }) => key);
    return [
      `${count(open.length)} ${open.length === 1 ? "word" : "words"} under ${label} not matched; for each: --map-value "${column}:<word>=<key>", where the key is one of ${keys.join(", ")}`,
      ...shown.map(({ word, rows }) => `  ${word} (${count(rows)} rows)`),
    ];
  });
}
