/**
 * What has to be done, as a release publishes it. A task is never stored and never ticked: it is there for as long as the record says
 * that something is not done.
 *
 *     releases/<id>/tasks/trust.json             every task but those that only their owner sees: administrators
 *                   tasks/<urn>.json             one school's: its CPD lead
 *                   tasks/executive.json         those of trust executives; there when there are any
 *                   tasks/governors/<urn>.json   those of one school's governors; there when there are any
 */
import { z } from "zod";

/** Who acts. */
export const taskOwner = z.enum([
  "cpd_lead",
  "cpd_administrator",
  "trust_executive",
  "governor",
  "system_administrator",
]);
export type TaskOwner = z.infer<typeof taskOwner>;

/** Something that comes round, in the organisation's own words. */
export const duty = z.strictObject({
  /** The name of its file, with underscores. */
  id: z.string(),
  title: z.string(),
  /** What to do, in one or two sentences. */
  how: z.string(),
});
export type Duty = z.infer<typeof duty>;

/** One thing that is not done. It names nobody: counts of staff, never lists. */
export const task = z.strictObject({
  duty_id: z.string(),
  /** Null: the trust. */
  school_urn: z.string().nullable(),
  owner_role: taskOwner,
  due_on: z.iso.date(),
  /** What it is about, such as the title of a plan. */
  subject: z.string(),
  /** What is missing, in a sentence; null where the title says it. */
  detail: z.string().nullable(),
  /** Where to act in the Studio: a collection, and one of its records, "+" for a new one or null for all of them. Null: `page` says where. */
  collection: z.string().nullable(),
  record_id: z.string().nullable(),
  /** Where to act on the site. */
  page: z.string().nullable(),
});
export type Task = z.infer<typeof task>;

/** Tasks, the first due first, with the duties that they are of. */
export const tasksSlice = z.strictObject({ duties: z.array(duty), tasks: z.array(task) });
export type TasksSlice = z.infer<typeof tasksSlice>;
