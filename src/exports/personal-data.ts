import type { PersonalData } from "../data/personal-data.ts";
import { byteOrderMark, csvLines } from "./csv.ts";

/** What an export of one person's data does not hold, and why, in whole sentences. */
export const leftOut = [
  "What they answered in evaluations and surveys: answers are kept without a person, a date or an order of arrival, so nobody can know which were theirs.",
  "Whether they have answered a form whose link still works, and the days of its e-mails: others could tell by it who has not answered yet.",
  "The fingerprints of their links to forms, which only let the hub check a link.",
  "Records about other people or things in which they are named, such as an activity that they lead: these are listed by key.",
  "Their account for signing in, if they have one: the Studio holds it by e-mail address, under Users.",
  "Backups, the copies that imports keep so that they can be undone, and whatever schools hold outside this hub.",
];

/** One person's data as JSON: the records by collection, with the record's own names. */
export function personalJson({ about, named_in }: PersonalData, made_on: string): string {
  return JSON.stringify(
    {
      made_on,
      records: Object.fromEntries(about.map(({ collection, rows }) => [collection.name, rows])),
      named_in: named_in.map(({ collection, field, keys }) => ({ collection: collection.name, field, keys })),
      left_out: leftOut,
    },
    null,
    2,
  );
}

/** One person's data as CSV: one line for each value there is, in the Studio's words, because every collection has other columns. */
export function personalCsv({ about, named_in }: PersonalData): string {
  const values = about.flatMap(({ collection, rows }) => {
    const fields = new Map(collection.fields.map((field) => [field.name, field]));
    return rows.flatMap((row, index) =>
      Object.entries(row)
        .filter(([, value]) => value !== null && value !== "")
        .map(([name, value]) => [
          collection.label,
          index + 1,
          fields.get(name)?.label ?? name.replaceAll("_", " "),
          fields.get(name)?.choices.get(String(value)) ?? value,
        ]),
    );
  });
  const named = named_in.flatMap(({ collection, field, keys }) => {
    const label = collection.fields.find(({ name }) => name === field)?.label ?? field;
    return keys.map((key, index) => [`Named in: ${collection.label}`, index + 1, label, key]);
  });
  const notes = leftOut.map((sentence, index) => ["Not in this file", index + 1, "Reason", sentence]);
  return byteOrderMark + csvLines([["collection", "record", "field", "value"], ...values, ...named, ...notes]);
}
