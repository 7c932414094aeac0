/** The small print under a figure: what it rests on. */
import type { Benchmark, Figure, PublishedMeasure } from "../../pipelines/contract.ts";
import { shownCount, shownNumber, shownRange, shownYear } from "../format.ts";
import { claimOf } from "./claims.ts";

/**
 * What a figure rests on, each part short enough to stand in a row: `19 of 30 answers`, `likely range 46% to 78%`,
 * `30 of 41 replied`, `national 62% (2024/25, DfE)`, `Reported`.
 */
export function evidenceOf(measure: PublishedMeasure, figure: Figure, national: Benchmark | undefined): string[] {
  const range = shownRange(figure, measure.unit);
  const parts = [
    baseOf(measure, figure),
    range && `likely range ${range}`,
    figure.invited !== null && figure.denominator !== null
      ? `${shownCount(figure.denominator)} of ${shownCount(figure.invited)} replied`
      : null,
    national && nationalOf(measure, national),
    measure.counts === "published" ? "context, not proof" : claimOf(figure.claim_grade).name.toLowerCase(),
  ];
  return parts.filter((part) => part !== null && part !== undefined).filter(Boolean) as string[];
}

/** How many stand behind a figure, `19 of 30 answers`; null where that is not published. */
export function baseOf(measure: PublishedMeasure, figure: Figure): string | null {
  if (figure.denominator === null || measure.unit === "count") return null;
  const noun = measure.counts === "answers" ? " answers" : measure.counts === "people" ? " people" : "";
  if (measure.unit === "percent" && figure.numerator !== null) {
    return `${shownCount(figure.numerator)} of ${shownCount(figure.denominator)}${noun}`;
  }
  if (measure.unit === "money" && figure.numerator !== null) {
    return `${shownNumber(figure.numerator, "money")} over ${shownCount(figure.denominator)}`;
  }
  return noun ? `${shownCount(figure.denominator)}${noun}` : null;
}

/** `national 62% (2024/25, Department for Education)`. */
export function nationalOf(measure: PublishedMeasure, national: Benchmark): string | null {
  if (national.value === null) return null;
  return `national ${shownNumber(national.value, measure.unit)} (${shownYear(national.time_period)}, ${national.publisher})`;
}
