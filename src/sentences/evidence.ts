/** The small print under a figure: what it rests on. */
import type { Benchmark, Figure, PublishedMeasure } from "../../pipelines/contract.ts";
import { shownBenchmark, shownCount, shownFigure, shownNumber, shownRange, shownYear } from "../format.ts";
import { boundsBelow, boundsOf, careBelow, responseRate } from "../statistics/response.ts";
import { tooLittle } from "../statistics/too-little.ts";
import { claimOf } from "./claims.ts";

/**
 * What a figure rests on, each part short enough to stand in a row: `19 of 30 answers`, `likely range 46% to 78%`,
 * `30 of 41 replied`, `national 62% (2024/25, DfE)`, `Reported`.
 */
export function evidenceOf(measure: PublishedMeasure, figure: Figure, national: Benchmark | undefined): string[] {
  return [
    ...rangeAndBase(measure, figure),
    national ? nationalOf(measure, national) : null,
    claimOf(measure, figure.claim_grade).name.toLowerCase(),
  ].filter((part) => part !== null);
}

/** The figure as cards and lists of findings show it: its value, or the words for why there is none, or too little. */
export function spokenFigure(measure: PublishedMeasure, figure: Figure): string {
  return tooLittle(measure, figure) ? "too little data" : shownFigure(figure, measure.unit);
}

/** When the bounds of a figure would be reached; some shares count barriers, so silence is not said to be for or against them. */
export function silenceWords({ unit }: Pick<PublishedMeasure, "unit">): string {
  return unit === "net" ? "if the silent were all against, or all for" : "if none or all of the silent had said so";
}

/** What the silent leave open, `43% to 88%`; null where 80% or more replied. */
export function silenceOf(measure: PublishedMeasure, figure: Figure): string | null {
  const bounds = boundsOf(measure, figure);
  if (!bounds || bounds.rate >= boundsBelow) return null;
  const shown = (value: number) => shownNumber(value, measure.unit, figure.denominator);
  return `${shown(bounds.against)} to ${shown(bounds.for)}`;
}

/** The parts about the figure alone: its likely range, how many stand behind it, how many replied, what silence leaves open. */
export function rangeAndBase(measure: PublishedMeasure, figure: Figure): string[] {
  const range = shownRange(figure, measure.unit);
  const rate = responseRate(measure, figure);
  const silence = silenceOf(measure, figure);
  return [
    range && `likely range ${range}`,
    baseOf(measure, figure),
    rate === null
      ? null
      : `${shownCount(figure.denominator!)} of ${shownCount(figure.invited!)} replied${rate < careBelow ? ", read with care" : ""}`,
    silence && `${silence} ${silenceWords(measure)}`,
  ].filter((part) => part !== null);
}

/** How many stand behind a figure, `19 of 30 answers`; null where that is not published. */
export function baseOf(measure: PublishedMeasure, figure: Figure): string | null {
  if (figure.denominator === null || measure.unit === "count") return null;
  const noun = figure.invited === null ? "" : " answers";
  if (measure.unit === "percent" && figure.numerator !== null) {
    return `${shownCount(figure.numerator)} of ${shownCount(figure.denominator)}${noun}`;
  }
  if ((measure.counts === "money" || measure.interval === "cost") && figure.numerator !== null) {
    return `${shownNumber(figure.numerator, "money")} ÷ ${shownCount(figure.denominator)}`;
  }
  return noun ? `${shownCount(figure.denominator)}${noun}` : null;
}

/** `national 62% (2024/25, Department for Education)`. */
export function nationalOf(measure: PublishedMeasure, national: Benchmark): string | null {
  if (national.value === null) return null;
  return `national ${shownBenchmark(national.value, measure.unit)} (${shownYear(national.time_period)}, ${national.publisher})`;
}

/** The national figure of the same year, or the latest one before it. */
export function nationalBeside(figure: Figure, benchmarks: readonly Benchmark[]): Benchmark | undefined {
  return benchmarks
    .filter(
      ({ measure_id, geography, value }) =>
        measure_id === figure.measure_id && geography === "national" && value !== null,
    )
    .filter(({ time_period }) => time_period <= figure.time_period)
    .sort((one, other) => one.time_period - other.time_period)
    .at(-1);
}
