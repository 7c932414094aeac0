/** Costs of the cycle, added up as far as they may be shown. */
import type { CycleCost } from "../../pipelines/contract.ts";
import { shownNumber } from "../format.ts";
import { type Cell, cell } from "./cells.ts";

/** Money that was spent. */
export interface Spent {
  /** In pounds, of what is shown; null while nothing is on record, or nothing of it may be shown. */
  amount: number | null;
  /** Whether a part is hidden, because it was spent on so few people that it could be one person's. */
  hides: boolean;
}

/** The sum of some costs. */
export function spentOf(costs: readonly CycleCost[]): Spent {
  const shown = costs.flatMap(({ amount }) => amount ?? []);
  return {
    amount: shown.length > 0 ? shown.reduce((sum, amount) => sum + amount, 0) : null,
    hides: costs.some(({ status }) => status === "[c]"),
  };
}

/** `£1,240`, `£1,240 and a part that is hidden [c]`, `suppressed [c]`, `none on record`. */
export function shownSpent({ amount, hides }: Spent): string {
  if (amount === null) return hides ? "suppressed [c]" : "none on record";
  return `${shownPounds(amount)}${hides ? " and a part that is hidden [c]" : ""}`;
}

/** Whole pounds: `£88`. */
export function shownPounds(amount: number): string {
  return shownNumber(Math.round(amount), "money").replace(/\.00$/, "");
}

/** The kinds of cost, in the order in which a bill is read. */
export const costKinds = {
  fees: "Fees",
  travel: "Travel",
  venue: "Venue",
  resources: "Resources",
  cover: "Supply cover",
  staff_time: "Staff time",
} as const;

/** A cell of what was spent; that a part is hidden stands under it. */
export function spentCell(spent: Spent): Cell {
  if (spent.amount === null || !spent.hides) return cell(shownSpent(spent));
  return cell(shownPounds(spent.amount), undefined, "a part is hidden [c]");
}

/** What `[c]` means of money. */
export const hiddenMoney = "[c]: spent on so few people that it could be one person’s.";
