/** Hidden figures in words, counted and listed for whoever answers for them. */
import type { Audience, SuppressionRule, SuppressionSlice } from "../../pipelines/contract.ts";

/** Every rule, in the order in which they are applied. */
export const ruleWords: Record<SuppressionRule, { name: string; meaning: string }> = {
  primary: { name: "Too few", meaning: "it rests on fewer people or answers than the policy allows" },
  homogeneity: { name: "All alike", meaning: "all or none of them, which tells on each" },
  complementary: { name: "Would give another away", meaning: "a hidden figure would follow from it by subtraction" },
};

/** For whom a figure is hidden. */
export const audienceWords: Record<Audience, string> = {
  signed_in: "Readers who sign in",
  leaving: "What leaves the log-in",
};

/** One hidden figure. */
export type HiddenCell = SuppressionSlice["cells"][number];

/** Which hidden figures are asked for; null: all. */
export interface HiddenFilter {
  measure: string | null;
  audience: Audience | null;
  year: number | null;
}

/** How many hidden figures are on one page of the list. */
export const hiddenPageSize = 200;

/** The hidden figures that a filter lets through, in their order. */
export function hiddenBy(cells: readonly HiddenCell[], { measure, audience, year }: HiddenFilter): HiddenCell[] {
  return cells.filter(
    (cell) =>
      (measure === null || cell.measure_id === measure) &&
      (audience === null || cell.audience === audience) &&
      (year === null || cell.time_period === year),
  );
}

/** How many figures each rule hides, by whatever `keyOf` says; keys in the order in which they come. */
export function countByRule(
  cells: readonly HiddenCell[],
  keyOf: (cell: HiddenCell) => string,
): { key: string; counts: Record<SuppressionRule, number>; all: number }[] {
  const found = new Map<string, Record<SuppressionRule, number>>();
  for (const cell of cells) {
    const counts = found.get(keyOf(cell)) ?? { primary: 0, homogeneity: 0, complementary: 0 };
    counts[cell.rule] += 1;
    found.set(keyOf(cell), counts);
  }
  return [...found].map(([key, counts]) => ({
    key,
    counts,
    all: counts.primary + counts.homogeneity + counts.complementary,
  }));
}
