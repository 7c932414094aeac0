/** Training agreements with the names of those who signed, read from the record for administrators; nothing of them is published. */
import { z } from "zod";
import type { Agreement, ScheduleLine } from "../agreements/repayment.ts";
import { readOnlyRecord, readRecords } from "./record.ts";
import { NotFound } from "./refusal.ts";
import { nameOf } from "./staff.ts";

/** An agreement as a page shows it. */
export interface StaffAgreement extends Agreement {
  id: string;
  title: string;
  /** Whoever signed. */
  name: string;
  leaving_on: string | null;
  /** What HR has decided, in pounds. */
  decided_amount: number | null;
}

const day = z.iso.date().nullable();
const amount = z.coerce.number().nullable();
const orNone = <T extends z.ZodType>(item: T) =>
  z
    .array(item)
    .nullish()
    .transform((found) => found ?? []);
const line = z.object({ year: z.coerce.number(), share: z.coerce.number() });
const isLine = (found: { year: number | null; share: number | null }): found is ScheduleLine =>
  found.year !== null && found.share !== null;
const scheduleOf = orNone(
  z.object({ year: z.coerce.number().nullable(), share: z.coerce.number().nullable() }),
).transform((lines) => lines.filter(isLine).map((found) => line.parse(found)));
const flag = z
  .boolean()
  .nullish()
  .transform((found) => found ?? false);

const shape = z.object({
  id: z.string(),
  title: z.string(),
  state: z.enum(["draft", "signed", "ended", "repaid", "waived"]),
  signed_on: day,
  course_starts_on: day,
  course_ends_on: day,
  awarded_on: day,
  counts_from: z.enum(["course_start", "course_end", "award"]),
  part_years: z.enum(["whole", "by_month"]),
  fees: amount,
  cover: amount,
  expenses: amount,
  is_publicly_funded: flag,
  is_mandatory: flag,
  schedule: scheduleOf,
  exclusions: orNone(z.string()),
  leaving_on: day,
  decided_amount: amount,
  staff_id: z.object({ first_name: z.string().nullable(), last_name: z.string() }),
});
const fields = [
  ...Object.keys(shape.shape).filter((field) => field !== "staff_id"),
  "staff_id.first_name",
  "staff_id.last_name",
];

function asAgreement(row: unknown): StaffAgreement {
  const { staff_id, ...agreement } = shape.parse(row);
  return { ...agreement, name: nameOf(staff_id) };
}

/** Every agreement that is not archived, by its course's first day, the latest first. @throws RecordUnreachable */
export async function readAgreements(): Promise<StaffAgreement[]> {
  const filter = { status: { _eq: "active" } };
  const rows = await readRecords("agreements", { fields, filter, sort: ["-course_starts_on", "id"] });
  return rows.map(asAgreement);
}

/**
 * One agreement.
 *
 * @throws NotFound, RecordUnreachable
 */
export async function readAgreement(id: string): Promise<StaffAgreement> {
  // A key that is no UUID is nobody's; a database might call the question itself a mistake.
  const filter = { _and: [{ id: { _eq: id } }, { status: { _eq: "active" } }] };
  const rows = z.uuid().safeParse(id).success ? await readRecords("agreements", { fields, filter, limit: 1 }) : [];
  if (rows.length === 0) throw new NotFound("No such agreement");
  return asAgreement(rows[0]);
}

/** The policy's own scale; empty where it asks for no repayment. @throws RecordUnreachable */
export async function readPolicySchedule(): Promise<ScheduleLine[]> {
  const { repayment_schedule } = await readOnlyRecord("policy", ["repayment_schedule"]);
  return scheduleOf.parse(repayment_schedule);
}
