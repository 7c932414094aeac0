import type { Candidate, Draft, Refusal } from "../kind.ts";
import type { TableRow } from "../table.ts";

/** What a kind makes of a file, row by row. A record that two rows name is made once. */
export class DraftOfRows {
  private readonly candidates = new Map<Candidate["collection"], Map<string, Candidate>>();
  private readonly refused: Refusal[] = [];
  private readonly counts = new Map<string, { count: number; words: (count: number) => string }>();
  private readonly notes: string[] = [];
  private notOurs = 0;

  /** Adds a record; false where one of its collection and key is there already, which stands. */
  add(candidate: Candidate): boolean {
    const same = this.candidates.get(candidate.collection) ?? new Map<string, Candidate>();
    if (same.has(candidate.key)) return false;
    same.set(candidate.key, candidate);
    this.candidates.set(candidate.collection, same);
    return true;
  }

  /** The line a record is from, where it has been added. */
  lineOf(collection: Candidate["collection"], key: string): number | undefined {
    return this.candidates.get(collection)?.get(key)?.line;
  }

  /** Refuses a whole row, or, with a column, one cell of it. */
  refuse(row: Pick<TableRow<never>, "line">, column: string | null, reason: string): undefined {
    this.refused.push({ line: row.line, column, reason });
  }

  /** Counts a row that is about another school or that somebody chose to leave out. */
  leaveOut(): undefined {
    this.notOurs += 1;
  }

  /** Says something once. */
  say(note: string): void {
    this.notes.push(note);
  }

  /** Says something of a number of rows, once for all of them. */
  count(words: (count: number) => string, by = 1): void {
    const name = String(words);
    const known = this.counts.get(name);
    if (known) known.count += by;
    else this.counts.set(name, { count: by, words });
  }

  /** The draft, with refusals in the order of the file. */
  done(): Draft {
    return {
      candidates: [...this.candidates.values()].flatMap((same) => [...same.values()]),
      refused: this.refused.sort((one, other) => one.line - other.line),
      not_ours: this.notOurs,
      notes: [...this.notes, ...[...this.counts.values()].map(({ count, words }) => words(count))],
    };
  }
}

/** "1 row", "1,204 rows". */
export function counted(count: number, one: string, many: string): string {
  return `${count.toLocaleString("en-GB")} ${count === 1 ? one : many}`;
}

/** Keys of the record with the words that stand for them, as `ImportColumn.knownKey`; the first that fits is taken. */
export function knownWords<Key extends string>(words: Record<Key, RegExp>): (word: string) => Key | undefined {
  const entries = Object.entries(words) as [Key, RegExp][];
  return (word) => {
    const plain = word
      .toLowerCase()
      .replace(/[\s_]+/g, " ")
      .trim();
    return entries.find(([, pattern]) => pattern.test(plain))?.[0];
  };
}

/** Keys with their labels as `ImportColumn.choices`. */
export function choicesFrom(labels: Record<string, string>): { key: string; label: string }[] {
  return Object.entries(labels).map(([key, label]) => ({ key, label }));
}

/** Yes and no, as exports write them. */
export const yesOrNo = {
  choices: choicesFrom({ yes: "Yes", no: "No" }),
  knownKey: knownWords({
    yes: /^(y|yes|true|1|x|✓|✔|t|teaching|teacher|teaching staff|teachers)$/,
    no: /^(n|no|false|0|✗|✘|f|support|non[- ]?teaching|support staff|non[- ]?teacher|associate staff)$/,
  }),
};
