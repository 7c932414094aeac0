import { type CourseReport, coursesSlice, type Duty, type Task, tasksSlice } from "../contract.ts";

/** A duty, and whether only its owner is told. */
export interface SlicedDuty extends Duty {
  isForOwnerAlone: boolean;
}

/** What is divided by who acts, and by whose course it is. Left out, there is none. */
export interface DutySlices {
  duties?: readonly SlicedDuty[];
  /** In the order in which they are due. */
  tasks?: readonly Task[];
  /** After disclosure control, the latest first. */
  courses?: readonly CourseReport[];
}

/**
 * Divides tasks and course reports into the files that contract-duties.ts describes.
 *
 * In an organisation of one school, its lead sees what the whole has to do.
 *
 * @param urns - the organisation's schools
 * @returns the content of each file by its path inside the release; files of executives and governors only where they have tasks
 */
export function sliceDuties(
  urns: readonly string[],
  { duties = [], tasks = [], courses = [] }: DutySlices,
): Record<string, unknown> {
  const forOwnerAlone = new Set(duties.filter(({ isForOwnerAlone }) => isForOwnerAlone).map(({ id }) => id));
  const administered = ({ owner_role }: Task) =>
    owner_role === "cpd_administrator" || owner_role === "system_administrator";
  const slice = (some: readonly Task[]) => {
    const named = new Set(some.map(({ duty_id }) => duty_id));
    const told = duties.filter(({ id }) => named.has(id)).map(({ id, title, how }) => ({ id, title, how }));
    return tasksSlice.parse({ duties: told, tasks: some });
  };
  const isOf = (urn: string, task: Task) => task.school_urn === urn || (task.school_urn === null && urns.length === 1);
  const schools = urns.flatMap((urn) => {
    const own = tasks.filter((task) => isOf(urn, task));
    const governed = own.filter(({ owner_role }) => owner_role === "governor");
    return [
      [`tasks/${urn}.json`, slice(own)] as const,
      ...(governed.length > 0 ? [[`tasks/governors/${urn}.json`, slice(governed)] as const] : []),
      [
        `courses/${urn}.json`,
        coursesSlice.parse({ courses: courses.filter(({ school_urns }) => school_urns.includes(urn)) }),
      ] as const,
    ];
  });
  const executive = tasks.filter(({ owner_role }) => owner_role === "trust_executive");
  return {
    "tasks/trust.json": slice(tasks.filter((task) => !forOwnerAlone.has(task.duty_id) || administered(task))),
    ...(executive.length > 0 ? { "tasks/executive.json": slice(executive) } : {}),
    "courses/trust.json": coursesSlice.parse({ courses }),
    ...Object.fromEntries(schools),
  };
}
