/** The types of the fields that the pipeline reads, each with the type of its DuckDB column. */
import { z } from "zod";
import { answerScales } from "../contract.ts";

/** A field with the type of its DuckDB column. */
export const column = <T extends z.ZodType>(type: string, schema: T) => schema.meta({ column: type }) as T;

/** A text that is never empty. */
export const key = column("varchar", z.string().min(1));
/** Words, or nothing. */
export const text = column("varchar", z.string()).nullable();
/** One of a few keys. */
export const choice = <const T extends readonly string[]>(...values: T) => column("varchar", z.enum(values));
/** A day. */
export const date = column("date", z.iso.date());
const moment = column("timestamp", z.iso.datetime({ offset: true, local: true })).nullable();
/** A whole number. */
export const whole = column("integer", z.number().int());
/** Yes or no. */
export const flag = column("boolean", z.boolean());
/** PostgreSQL's decimals arrive as text, SQLite's as numbers. */
export const number = z.union([
  z.number(),
  z
    .string()
    .regex(/^-?\d+(\.\d+)?$/)
    .transform(Number),
]);
/** A number with decimals. */
export const measured = column("double", number);
/** Decimals add up to the same sum in any order, which doubles do not. */
export const money = column("decimal(14,2)", number);
/** Hours: zero or more. */
export const hours = column(
  "decimal(10,2)",
  number.refine((value) => value >= 0, "is below zero"),
);
/** A list of texts. */
export const list = column("varchar[]", z.array(z.string()));
/** A structure, kept as JSON. */
export const json = <T extends z.ZodType>(schema: T) => column("json", schema);
/** A list that nobody has filled in yet is an empty one. */
export const orNone = <T extends z.ZodType>(item: T) =>
  z
    .array(item)
    .nullable()
    .transform((found) => found ?? []);
/** The Studio leaves out a box that was never ticked. */
export const orFalse = z
  .boolean()
  .nullish()
  .transform((found) => found ?? false);
/** Whether people wrote something there, or named somebody; what and whom stays in Directus. */
export const isFilled = column(
  "boolean",
  z
    .union([z.string(), z.boolean()])
    .nullish()
    .transform((found) => (typeof found === "string" ? found.trim() !== "" : (found ?? false))),
);
/** The days of a table whose lines are things that happened; a line without its day is left out. */
export const daysOf = (field: string) =>
  column(
    "date[]",
    orNone(z.record(z.string(), z.unknown())).transform((lines) =>
      lines.flatMap((line) => z.iso.date().safeParse(line[field]).data ?? []),
    ),
  );

/** Archived records stay out of staging. */
export const status = choice("active", "archived");
/** What changes are read by: `date_updated` is empty until a record is first changed. */
export const changes = { date_created: moment, date_updated: moment };

/** The keys of every scale's choices. */
const chosen = new Set<unknown>(
  Object.values(answerScales).flatMap(({ options }) => options.map(({ value }) => value)),
);
/** The standard questions that are answered in words, so that even a single word that is also a choice is somebody's own. */
const inWords = new Set(["comment", "key_roles", "sustaining"]);

/**
 * What people wrote in their own words stays in Directus: only numbers, yes or no, and the keys of choices are read. A remark of one word
 * is none of those.
 */
export const answers = z
  .record(z.string(), z.union([z.string(), z.number(), z.boolean(), z.null(), z.array(z.string())]))
  .transform((found) =>
    Object.fromEntries(
      Object.entries(found).filter(([item, value]) => !inWords.has(item) && [value].flat().every(isChosen)),
    ),
  );

function isChosen(value: string | number | boolean | null): boolean {
  return typeof value !== "string" || chosen.has(value);
}
