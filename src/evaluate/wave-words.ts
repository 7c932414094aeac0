import { shownYear } from "../format.ts";

const names: Record<string, string> = {
  end_of_session: "End of session",
  follow_up: "Follow-up",
  close_out: "Close-out by the leader",
  gap_task: "Gap task",
  staff_survey: "Staff survey",
};

/** The waves in the order in which they come. */
export const wavesInOrder = Object.keys(names);

/** What a wave is called. */
export function waveName(wave: string): string {
  return names[wave] ?? wave;
}

/** `All staff, 2026/27`: what a staff survey is called. @param period - such as 202627, or as somebody typed it */
export function surveyTitle(period: string | null): string {
  if (!period) return "All staff";
  return `All staff, ${/^\d{6}$/.test(period) ? shownYear(Number(period)) : period}`;
}
