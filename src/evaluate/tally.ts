/** How many were asked and how many answered: counts alone, never who. */

/** How many invitations of one activity (or survey), wave and school share their state and days. */
export interface InvitationCount {
  /** Null: it is about no activity, as the staff survey. */
  activityId: string | null;
  surveyPeriod: string | null;
  wave: string;
  schoolUrn: string | null;
  state: string;
  /** ISO dates. */
  closesOn: string | null;
  expiresOn: string | null;
  count: number;
}

/** What became of the invitations that were counted together. */
export interface Tally {
  invited: number;
  answered: number;
  /** Not answered, and there is time. */
  due: number;
  /** Not answered in time; the link still works. */
  overdue: number;
  /** Not answered, and the link no longer works. */
  lapsed: number;
  /** The last day on which an answer is in time, over all of them. */
  closesOn: string | null;
  /** The last day on which a link works. */
  expiresOn: string | null;
}

const none: Tally = { invited: 0, answered: 0, due: 0, overdue: 0, lapsed: 0, closesOn: null, expiresOn: null };

const later = (one: string | null, other: string | null) =>
  one === null || (other !== null && other > one) ? other : one;

function fateOf(
  { state, closesOn, expiresOn }: InvitationCount,
  today: string,
): "answered" | "due" | "overdue" | "lapsed" {
  if (state === "answered") return "answered";
  if (state === "expired" || (expiresOn !== null && expiresOn < today)) return "lapsed";
  return closesOn !== null && closesOn < today ? "overdue" : "due";
}

/** Adds invitations up; those that were cancelled were not asked. @param today - an ISO date */
export function tally(counts: InvitationCount[], today: string): Tally {
  const sum: Tally = { ...none };
  for (const group of counts.filter(({ state }) => state !== "cancelled")) {
    sum.invited += group.count;
    sum[fateOf(group, today)] += group.count;
    sum.closesOn = later(sum.closesOn, group.closesOn);
    sum.expiresOn = later(sum.expiresOn, group.expiresOn);
  }
  return sum;
}

/** The counts that belong together, in the order in which each first comes. */
export function groupCounts(counts: InvitationCount[], keyOf: (count: InvitationCount) => string): InvitationCount[][] {
  const groups = new Map<string, InvitationCount[]>();
  for (const count of counts) groups.set(keyOf(count), [...(groups.get(keyOf(count)) ?? []), count]);
  return [...groups.values()];
}

/** Where a wave stands: somebody may still answer in time, only late, or nobody any more. */
export function standingOf({ due, overdue }: Tally): "open" | "overdue" | "closed" {
  return due > 0 ? "open" : overdue > 0 ? "overdue" : "closed";
}
