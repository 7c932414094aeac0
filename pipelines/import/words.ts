import { groupBy } from "./group.ts";
import type { ImportContext, ImportPolicy, RecordFields, SchoolRecord, StaffGroup } from "./kind.ts";
import type { ActivityRecord } from "./lookups.ts";
import type { Choice, ColumnNames, ImportColumn } from "./table.ts";

/** Words as somebody matched them by hand: column, then word, to a key of the record, or to "" for rows to be left out. */
export type WordMapping = Record<string, Record<string, string>>;

/** A word as it is compared: capitals, and spaces and underscores that do not matter, make no difference. */
export function plainWord(word: string): string {
  return word
    .toLowerCase()
    .replace(/[\s_]+/g, " ")
    .trim();
}

/** The word that stands for every row of a file, in a column with `forFile` that the file does not have. */
export const wholeFile = "the whole file";

/** What of the record may be chosen, for the columns that choose among it: `context.schools` and those of `choosableActivities`. */
export interface Choosable {
  schools?: readonly SchoolRecord[];
  activities?: readonly ActivityRecord[];
}

/** The activities that whoever imports may choose: for some schools alone, those hosted there, without the restricted ones. */
export function choosableActivities(
  activities: readonly ActivityRecord[],
  allowedSchoolUrns: ImportContext["allowedSchoolUrns"],
): readonly ActivityRecord[] {
  if (allowedSchoolUrns === null) return activities;
  return activities.filter(
    ({ school_urn, is_restricted }) =>
      school_urn !== null && allowedSchoolUrns.includes(school_urn) && is_restricted !== true,
  );
}

/** The keys that a column's words may stand for; none for a column of any other kind. */
export function choicesOf(
  column: ImportColumn | undefined,
  policy: ImportPolicy,
  record: Choosable = {},
): readonly Choice[] {
  switch (column?.choices) {
    case undefined:
      return [];
    case "staff_groups":
      return policy.staff_groups;
    case "schools":
      return (record.schools ?? []).map(({ urn, name }) => ({ key: urn, label: name }));
    case "activities":
      // The latest first: an export of answers is mostly about something recent.
      return [...(record.activities ?? [])]
        .sort((one, other) => other.starts_on.localeCompare(one.starts_on) || one.title.localeCompare(other.title))
        .map(({ id, title, starts_on }) => ({ key: id, label: `${title}, ${starts_on}` }));
    default:
      return column?.choices ?? [];
  }
}

/** Makes `ImportContext.keyOf` for a kind's columns: what somebody matched by hand goes before keys and labels. */
export function keyFinder(
  columns: ColumnNames<string>,
  policy: ImportPolicy,
  words: WordMapping = {},
  record: Choosable = {},
): ImportContext["keyOf"] {
  const found = new Map(
    Object.entries(columns).map(([name, column]) => {
      const keys = new Map<string, string | null>();
      const choices = choicesOf(column, policy, record);
      const byLabel = groupBy(choices, ({ label }) => plainWord(label));
      // A name that two schools share stands for neither, until somebody says.
      for (const [label, same] of byLabel) if (same.length === 1) keys.set(label, same[0]!.key);
      for (const { key } of choices) keys.set(plainWord(key), key);
      if (column.forFile?.otherwise !== undefined) keys.set(plainWord(wholeFile), column.forFile.otherwise);
      for (const [word, key] of Object.entries(words[name] ?? {})) keys.set(plainWord(word), key === "" ? null : key);
      return [name, keys] as const;
    }),
  );
  return (column, word) => {
    const key = found.get(column)?.get(plainWord(word));
    const known = columns[column];
    return key === undefined ? known?.knownKey?.(word, choicesOf(known, policy, record)) : key;
  };
}

/** What imports need of the policy as Directus gives it; what it lacks has the value of a new policy. */
export function policyOf(policy: RecordFields): ImportPolicy {
  const groups = Array.isArray(policy["staff_groups"]) ? (policy["staff_groups"] as Partial<StaffGroup>[]) : [];
  const number = (name: string) => (typeof policy[name] === "number" ? policy[name] : undefined);
  return {
    staff_groups: groups.flatMap(({ key, label, is_teacher, is_audience }) =>
      key ? [{ key, label: label ?? key, is_teacher: is_teacher === true, is_audience: is_audience === true }] : [],
    ),
    threshold_signed_in: number("threshold_signed_in") ?? 5,
    threshold_leaving: number("threshold_leaving") ?? 10,
    followup_min_months: number("followup_min_months") ?? null,
    wave_closes_after_days: number("wave_closes_after_days") ?? 14,
  };
}

/** What was matched by hand and holds for the next file too: what was said of a whole file is about that file alone. */
export function rememberableWords(words: WordMapping): WordMapping {
  return Object.fromEntries(
    Object.entries(words).map(([column, keys]) => [
      column,
      Object.fromEntries(Object.entries(keys).filter(([word]) => plainWord(word) !== plainWord(wholeFile))),
    ]),
  );
}
