import type { Audience, Figure, Release, SuppressionSlice } from "../contract.ts";
import type { CountedFigure } from "../measures/calculate.ts";
import { type Disclosed, disclose, type Readers } from "./disclose.ts";

/** The figures of both audiences, and what was hidden from each. */
export interface Audiences {
  /** For readers who sign in. */
  figures: Figure[];
  /** For what leaves the log-in. */
  leaving: Figure[];
  cells: SuppressionSlice["cells"];
}

/**
 * Makes the figures ready for both audiences. What is hidden from those who sign in is hidden from everybody, so that whoever
 * holds a paper and signs in as well learns nothing by having both.
 *
 * @param thresholds - the smallest number of people that each may be shown
 * @param earlier - what could be read until now, the newest release first
 */
export function discloseToBoth(
  counted: readonly CountedFigure[],
  readers: Pick<Readers, "measures" | "teacherGroups" | "remembered">,
  thresholds: { threshold_signed_in: number; threshold_leaving: number },
  earlier: readonly Audiences[],
): Audiences {
  const { threshold_signed_in, threshold_leaving } = thresholds;
  const hiddenFrom = (audience: Audience, { cells }: Audiences) =>
    cells.flatMap((cell) => (cell.audience === audience ? [{ ...cell, hides: cell.hides ?? "people" }] : []));
  const signedIn = disclose(counted, {
    ...readers,
    threshold: threshold_signed_in,
    earlier: earlier.map((then) => ({ figures: then.figures, audit: hiddenFrom("signed_in", then) })),
  });
  const leaving = disclose(counted, {
    ...readers,
    threshold: Math.max(threshold_signed_in, threshold_leaving),
    earlier: earlier.map((then) => ({ figures: then.leaving, audit: hiddenFrom("leaving", then) })),
    hiddenAlready: signedIn.audit,
  });
  const cellsOf = (audience: Audience, { audit }: Disclosed) => audit.map((cell) => ({ ...cell, audience }));
  return {
    figures: signedIn.figures,
    leaving: leaving.figures,
    cells: [...cellsOf("signed_in", signedIn), ...cellsOf("leaving", leaving)],
  };
}

/** How many figures each rule hid from each audience. */
export function countSuppression(cells: SuppressionSlice["cells"]): Release["suppression"] {
  return (["signed_in", "leaving"] as const).flatMap((audience) =>
    (["primary", "homogeneity", "complementary"] as const).map((rule) => ({
      audience,
      rule,
      cells: cells.filter((cell) => cell.audience === audience && cell.rule === rule).length,
    })),
  );
}
