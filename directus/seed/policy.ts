import { readProfile } from "../profiles.ts";
import { academicYears, addDays, schoolDay } from "./calendar.ts";

type Row = Record<string, unknown>;

/**
 * What the trust wrote into its policy beside the ready profile: the policy's own history, and a ladder where the profile has none.
 * Its next review is seven weeks away, and its assessment for equality is in order.
 *
 * @param profile - the policy as its ready profile filled it
 */
export function demoPolicy(profile: Row, today: string): Row {
  const year = academicYears(today).at(-1)!;
  const approvedOn = schoolDay(year - 2, 1, 14);
  const ladder = (profile["ladder"] as unknown[] | null) ?? [];
  return {
    ladder: ladder.length > 0 ? ladder : readProfile("H").ladder,
    version: "3.1",
    approved_on: approvedOn,
    next_review_on: addDays(today, 51),
    reviewing_committee: "Education Committee",
    equality_assessed_on: addDays(approvedOn, 40),
    equality_assessment: "Support staff have least access, because sessions are held when they are not at work.",
    changes: [
      { version: "2.0", changed_on: schoolDay(year - 5, 1, 20), change: "One policy for all schools of the trust." },
      { version: "3.0", changed_on: schoolDay(year - 3, 1, 17), change: "Follow-up after three months." },
      { version: "3.1", changed_on: approvedOn, change: "Reports on each course go to the head of service." },
    ],
  };
}
