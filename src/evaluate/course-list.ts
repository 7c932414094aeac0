import { groupCounts, type InvitationCount, standingOf, type Tally, tally } from "./tally.ts";

/** One form about one activity, or one staff survey. */
export interface CourseRow {
  /** Null: the staff survey. */
  activityId: string | null;
  surveyPeriod: string | null;
  wave: string;
  of: Tally;
}

/** Which forms are listed. */
export type CourseFilter = "open" | "overdue" | "closed" | "all";

/** How many rows one page of the list has. */
export const pageSize = 50;

/**
 * The forms of a list, those that close soonest first, or last where they are over. Restricted activities
 * are not named, so they are not listed.
 *
 * @param restricted - the ids of those activities
 * @param today - an ISO date
 * @returns the rows of one page, and how many there are on all
 */
export function listCourses(
  counts: InvitationCount[],
  restricted: Set<string>,
  { show, page, today }: { show: CourseFilter; page: number; today: string },
): { rows: CourseRow[]; total: number } {
  const keyOf = ({ activityId, surveyPeriod, wave }: InvitationCount) =>
    JSON.stringify([activityId, surveyPeriod, wave]);
  const rows = groupCounts(counts, keyOf)
    .filter(([first]) => !restricted.has(first!.activityId ?? ""))
    .map((group): CourseRow => {
      const { activityId, surveyPeriod, wave } = group[0]!;
      return { activityId, surveyPeriod, wave, of: tally(group, today) };
    })
    .filter(({ of }) => of.invited > 0 && (show === "all" || standingOf(of) === show));
  const isOver = show === "closed" || show === "all";
  rows.sort((one, other) => {
    const order = (one.of.closesOn ?? "").localeCompare(other.of.closesOn ?? "");
    return isOver ? -order : order;
  });
  return { rows: rows.slice((page - 1) * pageSize, page * pageSize), total: rows.length };
}
