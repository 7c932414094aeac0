/** Collections of the record in the words of its Studio. */
import { capitalised } from "../format.ts";

/** Those whose name is not their collection's. */
const labels: Record<string, string> = {
  agreements: "Training agreements",
  costs: "Costs and budgets",
  editions: "Papers and decisions",
  employments: "Employment",
  outcomes: "Published figures",
  plans: "CPD plans",
};

/** `Participations` of `participations`; a name that has no label of its own is written as words. */
export function collectionName(collection: string): string {
  return labels[collection] ?? capitalised(collection.replaceAll("_", " "));
}
