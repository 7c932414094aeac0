import { activityRows, demoActivities } from "./activities.ts";
import { activityDetails } from "./activity-details.ts";
import { agreementRows } from "./agreements.ts";
import { costRows } from "./costs.ts";
import { editionRows } from "./editions.ts";
import { askForEvaluations } from "./evaluations.ts";
import { evidenceRows } from "./evidence.ts";
import { invitationRows } from "./invitations.ts";
import { needRows } from "./needs.ts";
import { outcomeRows } from "./outcomes.ts";
import { demoParticipations, participationRows } from "./participations.ts";
import { demoPlan } from "./plan.ts";
import { planRows } from "./plans.ts";
import { qualificationRows } from "./qualifications.ts";
import { schoolRows } from "./schools.ts";
import { sharingRows } from "./sharing.ts";
import { demoPeople, employmentRows, staffRows } from "./staff.ts";
import { withSupport } from "./support.ts";
import { surveyRows } from "./surveys.ts";
import { voiceRows } from "./voices.ts";

/** One record, by field. */
export type Row = Record<string, unknown>;

/** What `import_batch` says on the records of a demo that was made on this day. */
export function demoBatch(today: string): string {
  return `demo-${today}`;
}

/**
 * Every record of the invented trust but the policy, by collection, in an order in which each refers only to those before it.
 *
 * @param today - the ISO date that the demo ends on; the same day gives the same records, but for the fingerprints of links
 * @param criteria - the keys of the policy's approval criteria
 * @param questionnaireId - the form that was asked at the end of a session; null where the record holds none
 */
export function demoRecords(
  today: string,
  criteria: readonly string[] = [],
  questionnaireId: string | null = null,
): Record<string, Row[]> {
  const batch = demoBatch(today);
  const plans = planRows(today);
  const plan = demoPlan(today, plans.ofTrust);
  const people = demoPeople(today);
  const activities = demoActivities(today);
  const participations = demoParticipations(activities, people, today);
  const evaluations = askForEvaluations(participations, today);
  const employments = withSupport(employmentRows(people, batch), today);
  const qualifications = qualificationRows(people, today, batch);
  const details = activityDetails(activities, participations, today);
  return {
    schools: schoolRows(today, batch),
    priorities: plan.rows.priorities,
    plans: plans.rows,
    providers: plan.rows.providers,
    programmes: plan.rows.programmes,
    needs: needRows(plan, today),
    staff: staffRows(people, batch),
    employments,
    qualifications,
    activities: activityRows(activities, plan, criteria).map((row) => ({ ...row, ...details.get(String(row["id"])) })),
    participations: participationRows(participations, batch),
    evaluations: inOrderOfIds([...evaluations, ...surveyRows(people, activities, today)]),
    evidence: evidenceRows(plan, activities, participations, today),
    invitations: invitationRows(participations, today, questionnaireId),
    sharing: sharingRows(activities, plan, today),
    agreements: agreementRows(qualifications, employments, today),
    subscriptions: plan.rows.subscriptions,
    costs: costRows(activities, participations, today, batch),
    outcomes: [...outcomeRows(today, batch), ...voiceRows(today, batch)],
    editions: editionRows(today),
  };
}

/** Ids come from nothing, so that the order of the rows says nothing either. */
function inOrderOfIds(rows: Row[]): Row[] {
  return rows.sort((a, b) => (String(a["id"]) < String(b["id"]) ? -1 : 1));
}
