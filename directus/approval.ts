/** What the policy's criteria do to the fields of an activity in the Studio. */
import { decisions } from "./schema/activities.ts";

/** One of the policy's criteria. */
export interface Criterion {
  key: string;
  label: string;
  weight: number;
}

type Mode = "gate" | "score" | "checklist";

/**
 * The parts of `meta` that approval rules, by field of `activities`. A gate does not offer “Approved” until every criterion
 * is ticked, and refuses it where both are saved together; a score says what there is to reach; a checklist reminds.
 *
 * Directus checks a rule against what is saved, not against what is there already, so taking a tick from an approved activity
 * gets past it: `pipelines/checks/approved-activities-meet-the-criteria.sql` counts those.
 */
export function approvalRules(mode: Mode, criteria: Criterion[]): Record<string, Record<string, unknown>> {
  const isGate = mode === "gate" && criteria.length > 0;
  return {
    criteria_met: { validation: isGate ? allMetOr(criteria) : null },
    criteria_notice: {
      options: { color: isGate ? "warning" : "info", icon: isGate ? "gavel" : "info", text: words(mode, criteria) },
      hidden: isGate || criteria.length === 0,
      conditions: isGate ? [{ name: "A criterion is not met", rule: notAllMet(criteria), hidden: false }] : null,
    },
    decision: { conditions: isGate ? [withoutApproved(criteria)] : null },
  };
}

function words(mode: Mode, criteria: Criterion[]): string {
  if (mode === "gate")
    return "Not every criterion is ticked, so “Approved” is not offered. Tick what it fulfils, or choose “Approved as an exception” and give the reason.";
  if (mode === "checklist") return "The criteria are a reminder: tick what it fulfils, and decide.";
  const total = criteria.reduce((sum, { weight }) => sum + weight, 0);
  return `Each criterion counts as its points say, ${total} in all. What the site lists as to be done says how many each proposal has.`;
}

function notAllMet(criteria: Criterion[]) {
  return {
    _or: [{ criteria_met: { _null: true } }, ...criteria.map(({ key }) => ({ criteria_met: { _ncontains: key } }))],
  };
}

/** What has been approved already keeps its word in the list. */
function withoutApproved(criteria: Criterion[]) {
  const choices = Object.entries(decisions).flatMap(([value, text]) => (value === "approved" ? [] : [{ text, value }]));
  const rule = { _and: [{ decision: { _neq: "approved" } }, notAllMet(criteria)] };
  return { name: "Approved needs every criterion", rule, options: { choices, allowNone: false } };
}

/**
 * Counting the ticks is the one rule about a list that Directus can refuse with. What is saved without ticks of its own, such as a
 * decision on what was ticked before, passes.
 */
function allMetOr(criteria: Criterion[]) {
  const others = Object.keys(decisions).filter((decision) => decision !== "approved");
  const isComplete = { "count(criteria_met)": { _gte: criteria.length } };
  return { _or: [{ decision: { _in: others } }, { criteria_met: { _null: true } }, isComplete] };
}
