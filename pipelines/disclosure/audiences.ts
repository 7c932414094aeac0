import type { Figure, Release, SuppressionSlice } from "../contract.ts";
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

/** What the live release showed each audience; empty before there is one. */
export interface EarlierFigures {
  figures: readonly Figure[];
  leaving: readonly Figure[];
}

/**
 * Makes the figures ready for both audiences. What is hidden from those who sign in is hidden from everybody, so that whoever
 * holds a paper and signs in as well learns nothing by having both.
 *
 * @param thresholds - the smallest number of people that each may be shown
 */
export function discloseToBoth(
  counted: readonly CountedFigure[],
  readers: Pick<Readers, "measures" | "teacherGroups" | "remembered">,
  thresholds: { threshold_signed_in: number; threshold_leaving: number },
  earlier: EarlierFigures,
): Audiences {
  const { threshold_signed_in, threshold_leaving } = thresholds;
  const signedIn = disclose(counted, { ...readers, threshold: threshold_signed_in, earlier: earlier.figures });
  const leaving = disclose(counted, {
    ...readers,
    threshold: Math.max(threshold_signed_in, threshold_leaving),
    earlier: earlier.leaving,
    hiddenAlready: signedIn.audit,
  });
  const cellsOf = (audience: "signed_in" | "leaving", { audit }: Disclosed) =>
    audit.map((cell) => ({ ...cell, audience }));
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
