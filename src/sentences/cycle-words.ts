/** The words for what the records of the cycle say. */
import type { CycleNeed, CycleProgramme, CycleSubscription, Level, Verdict } from "../../pipelines/contract.ts";

/** How far a need got. */
export const needStates: Record<CycleNeed["state"], string> = {
  suggested: "Suggested",
  agreed: "Agreed, not planned for yet",
  planned: "Planned for",
  met: "Met",
  not_pursued: "Not pursued",
};

/** Where a programme is in its life. */
export const programmeStages: Record<NonNullable<CycleProgramme["state"]>, string> = {
  explore: "Being explored",
  prepare: "Being prepared",
  deliver: "Under way",
  sustain: "Being sustained",
};

/** What was decided. */
export const verdicts: Record<Verdict, string> = { keep: "Keep", change: "Change", stop: "Stop" };

/** What sort of thing is paid for by the year. */
export const subscriptionKinds: Record<CycleSubscription["kind"], string> = {
  subscription: "Subscription",
  service_level_agreement: "Service agreement",
  membership: "Membership",
};

/** What the last check of a provider said. */
export const ratings: Record<NonNullable<CycleSubscription["rating"]>, string> = {
  meets: "Provider meets our criteria",
  concerns: "Concerns about the provider",
  not_used_again: "Provider not to be used again",
};

/** Whether a programme is a series; one without activities is neither. */
export function seriesWords({ is_sustained }: CycleProgramme): string {
  if (is_sustained === null) return "No activities yet";
  return is_sustained ? "Sustained" : "One-off";
}

/** The four levels of evaluation, in the order of the model. */
export const fourLevels: readonly Level[] = ["reactions", "learning", "outcomes", "organisation"];

/** The months of a school year. */
export const schoolMonths: readonly [key: string, name: string][] = [
  ["09", "September"],
  ["10", "October"],
  ["11", "November"],
  ["12", "December"],
  ["01", "January"],
  ["02", "February"],
  ["03", "March"],
  ["04", "April"],
  ["05", "May"],
  ["06", "June"],
  ["07", "July"],
  ["08", "August"],
];

/** The words of a key, or the key in plain letters where a record holds one that nobody named. */
export function wordsOf(names: Readonly<Record<string, string>>, key: string | null): string {
  if (key === null) return "Not stated";
  return names[key] ?? key.replaceAll("_", " ");
}
