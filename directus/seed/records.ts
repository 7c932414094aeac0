import { activityRows, demoActivities } from "./activities.ts";
import { costRows } from "./costs.ts";
import { askForEvaluations } from "./evaluations.ts";
import { outcomeRows } from "./outcomes.ts";
import { demoParticipations, participationRows } from "./participations.ts";
import { demoPlan } from "./plan.ts";
import { qualificationRows } from "./qualifications.ts";
import { schoolRows } from "./schools.ts";
import { demoPeople, employmentRows, staffRows } from "./staff.ts";

/** One record, by field. */
export type Row = Record<string, unknown>;

/** What `import_batch` says on the records of a demo that was made on this day. */
export function demoBatch(today: string): string {
  return `demo-${today}`;
}

/**
 * Every record of the invented trust but the policy, by collection, in an order in which each refers only to those before it.
 *
 * @param today - the ISO date that the demo ends on; the same day gives the same records
 * @param criteria - the keys of the policy's approval criteria
 */
export function demoRecords(today: string, criteria: readonly string[] = []): Record<string, Row[]> {
  const batch = demoBatch(today);
  const plan = demoPlan(today);
  const people = demoPeople(today);
  const activities = demoActivities(today);
  const participations = demoParticipations(activities, people, today);
  const evaluations = askForEvaluations(participations, today);
  return {
    schools: schoolRows(today, batch),
    priorities: plan.rows.priorities,
    providers: plan.rows.providers,
    programmes: plan.rows.programmes,
    activities: activityRows(activities, plan, criteria),
    staff: staffRows(people, batch),
    employments: employmentRows(people, batch),
    qualifications: qualificationRows(people, today, batch),
    participations: participationRows(participations, batch),
    evaluations,
    subscriptions: plan.rows.subscriptions,
    costs: costRows(activities, participations, today, batch),
    outcomes: outcomeRows(today, batch),
  };
}
