/**
 * What has to be done, as a release publishes it. A task is never stored and never ticked: it is there for as long as the record says
 * that something is not done.
 *
 *     releases/<id>/tasks/trust.json             every task but those that only their owner sees: administrators
 *                   tasks/<urn>.json             one school's: its CPD lead
 *                   tasks/executive.json         those of trust executives; there when there are any
 *                   tasks/governors/<urn>.json   those of one school's governors; there when there are any
 *
 * And what a course's evaluation said. One file for each audience, as for figures: who may open a file may read every report in it.
 *
 *     releases/<id>/courses/trust.json           every report: administrators and trust executives
 *                   courses/<urn>.json           those of courses that one school held or took part in: its CPD lead
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

/** One question of a course's form, with how often each answer was given. */
export const courseItem = z.strictObject({
  key: z.string(),
  question: z.string(),
  /** A key of `answerScales`, whose every option is among the values. */
  scale: z.string(),
  /** How many answered this question; with several answers to one question, more may be given. */
  answered: z.number().int(),
  values: z.array(z.strictObject({ value: z.union([z.string(), z.number(), z.boolean()]), count: z.number().int() })),
});
export type CourseItem = z.infer<typeof courseItem>;

/** What was asked at one time. Of a suppressed wave no number is published. */
export const courseWave = z.strictObject({
  status: z.enum(["", "[c]"]),
  invited: z.number().int().nullable(),
  answered: z.number().int().nullable(),
  items: z.array(courseItem),
});
export type CourseWave = z.infer<typeof courseWave>;

/** The evaluation report of one course: all who took part together, and no group of them. */
export const courseReport = z.strictObject({
  activity_id: z.string(),
  title: z.string(),
  ended_on: z.iso.date(),
  /** The day the end-of-session form closed. */
  closed_on: z.iso.date(),
  /** Null: the trust held it. */
  host_urn: z.string().nullable(),
  /** The host's and those of all who took part. */
  school_urns: z.array(z.string()),
  end_of_session: courseWave,
  /** Null: nobody was asked again, or that form is still open. */
  follow_up: courseWave.nullable(),
  /** In the administrator's own words. */
  further_training: z.string().nullable(),
  /** In pounds, by kind; none where so few were asked that it could be one person's. */
  costs: z.array(z.strictObject({ kind: z.string(), amount: z.number() })),
  /** The whole in plain words, for the page and for the e-mail. */
  sentences: z.array(z.string()),
  report_sent_on: z.iso.date().nullable(),
  report_final_on: z.iso.date().nullable(),
});
export type CourseReport = z.infer<typeof courseReport>;

/** Reports, the latest course first. */
export const coursesSlice = z.strictObject({ courses: z.array(courseReport) });
export type CoursesSlice = z.infer<typeof coursesSlice>;
