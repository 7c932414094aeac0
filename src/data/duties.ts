/** What has to be done, and what courses' evaluations said: which files of the release are opened for whom. */

import { readConfig } from "../../pipelines/config.ts";
import {
  type CourseReport,
  coursesSlice,
  type Duty,
  type Task,
  type TaskOwner,
  tasksSlice,
} from "../../pipelines/contract.ts";
import type { Reader } from "../session/reader.ts";
import { openFile } from "./measures.ts";
import { Forbidden, NotFound } from "./refusal.ts";

/** One task with the duty that it is of. */
export interface TaskWithDuty extends Task {
  duty: Duty;
}

/** The address at which administrators open the Studio. */
export function readStudioUrl(): string {
  return readConfig().directusUrl;
}

/** The parts whose tasks somebody is told: those that they hold. */
export function ownersOf(reader: Reader): TaskOwner[] {
  if (reader.keeps === "all") {
    return reader.role === "system_administrator"
      ? ["system_administrator", "cpd_administrator"]
      : ["cpd_administrator"];
  }
  return [
    ...(reader.keeps ? (["cpd_lead"] as const) : []),
    ...(reader.role === "trust_executive" ? (["trust_executive"] as const) : []),
    ...(governedBy(reader).length > 0 ? (["governor"] as const) : []),
  ];
}

/** The schools that somebody is appointed to and does not lead. */
function governedBy(reader: Reader): string[] {
  if (reader.keeps === "all" || reader.role === "trust_executive") return [];
  return reader.schoolUrns.filter((urn) => !(reader.keeps ?? []).includes(urn));
}

/** The files that hold tasks for a reader. Those of executives and governors are only there when there is something in them. */
function taskFiles(reader: Reader): string[] {
  if (reader.keeps === "all") return ["tasks/trust.json"];
  return [
    ...(reader.keeps ?? []).map((urn) => `tasks/${urn}.json`),
    ...(reader.role === "trust_executive" ? ["tasks/executive.json"] : []),
    ...governedBy(reader).map((urn) => `tasks/governors/${urn}.json`),
  ];
}

/**
 * Everything that a reader is told has to be done, the first due first: administrators the whole, a CPD lead what their schools have to
 * do, executives and governors what is theirs.
 */
export async function readTasks(reader: Reader): Promise<TaskWithDuty[]> {
  const slices = await Promise.all(taskFiles(reader).map((path) => openFile(path, tasksSlice)));
  const found = slices.flatMap((slice) => {
    const duties = new Map((slice?.duties ?? []).map((duty) => [duty.id, duty]));
    return (slice?.tasks ?? []).map((task) => ({ ...task, duty: duties.get(task.duty_id)! }));
  });
  return slices.length > 1 ? found.sort((one, other) => (one.due_on < other.due_on ? -1 : 1)) : found;
}

/** Whether a reader may open any course's report. */
export function mayReadCourses(reader: Reader): boolean {
  return reader.keeps !== null || reader.role === "trust_executive";
}

/**
 * The evaluation reports that a reader may open, the latest course first: administrators and executives all of them, a CPD lead those of
 * courses that their schools held or took part in.
 *
 * @throws Forbidden for everybody else
 */
export async function readCourses(reader: Reader): Promise<CourseReport[]> {
  if (!mayReadCourses(reader)) throw new Forbidden("Course reports are for those who lead CPD");
  const seesAll = reader.keeps === "all" || reader.role === "trust_executive";
  const paths = seesAll ? ["courses/trust.json"] : (reader.keeps as string[]).map((urn) => `courses/${urn}.json`);
  const slices = await Promise.all(paths.map((path) => openFile(path, coursesSlice)));
  const found = new Map(slices.flatMap((slice) => slice?.courses ?? []).map((report) => [report.activity_id, report]));
  return [...found.values()];
}

/**
 * One course's report.
 *
 * @throws Forbidden as `readCourses`, and NotFound when there is none that this reader may open: the two look the same
 */
export async function readCourse(reader: Reader, activityId: string): Promise<CourseReport> {
  const report = (await readCourses(reader)).find(({ activity_id }) => activity_id === activityId);
  if (!report) throw new NotFound("No such report for this reader");
  return report;
}
