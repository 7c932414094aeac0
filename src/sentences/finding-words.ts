/** The words of a finding: never an effect, never a cause, only what is so and how sure that is. */
import type { Benchmark, Figure, PublishedMeasure } from "../../pipelines/contract.ts";
import { capitalised, shownBenchmark, shownFigure, shownYear } from "../format.ts";
import { type Comparison, isBeyondChance } from "../statistics/chance.ts";
import { nextYear } from "./years.ts";

/** How a figure stands to an earlier one: a title, what joins the sentence, and a verdict that stands by itself. */
export function wordsOfChange(
  measure: PublishedMeasure,
  figure: Figure,
  before: Figure | undefined,
  change: Comparison,
): { title: string; clause: string; verdict: string } {
  if (figure.status === "[low]") {
    const verdict = "Fewer than half are covered, so read it with care.";
    return { title: "Too few covered to say more", clause: "", verdict };
  }
  if (!before) {
    const isBreak = figure.status === "[b]";
    const title = isBreak ? "Not comparable with the years before" : "No earlier year to compare with";
    return { title, clause: "", verdict: `${title}.` };
  }
  const isYearBefore = nextYear(before.time_period) === figure.time_period;
  const earlier = isYearBefore ? "the year before" : `in ${shownYear(before.time_period)}`;
  const value = shownFigure(before, measure.unit);
  if (isBeyondChance(change)) {
    const clause = `, ${change === "higher" ? "up" : "down"} from ${value} ${earlier}`;
    const reference = isYearBefore ? "the year before" : shownYear(before.time_period);
    const title = `${change === "higher" ? "Higher" : "Lower"} than ${reference}, beyond chance`;
    return { title, clause, verdict: "That is more than chance gives." };
  }
  if (change === "cannot_tell") return wordsWithoutRange(measure, figure, before, earlier);
  const clause = `, ${value} ${earlier}`;
  return {
    title: "No change that can be told from chance",
    clause,
    verdict: "No change that can be told from chance.",
  };
}

/** Published averages and counts come without a likely range: what is so can be said, whether chance made it cannot. */
function wordsWithoutRange(
  measure: PublishedMeasure,
  figure: Figure,
  before: Figure,
  earlier: string,
): { title: string; clause: string; verdict: string } {
  const value = shownFigure(before, measure.unit);
  const isSame = shownFigure(figure, measure.unit) === value;
  const direction = figure.value! > before.value! ? "up" : "down";
  const words = isSame ? `the same as ${earlier}` : `${direction} from ${value} ${earlier}`;
  const isContext = isSame || measure.better === "neither";
  return {
    title: isContext ? capitalised(words) : `${capitalised(words)}; chance cannot be ruled out`,
    clause: `, ${words}`,
    verdict: isContext ? "" : "It has no likely range, so chance cannot be ruled out.",
  };
}

/** How a figure stands to the national one; null where nothing can be said. */
export function wordsOfNational(
  measure: PublishedMeasure,
  comparison: Comparison,
  national: Benchmark | undefined,
): { title: string; sentence: string } | null {
  if (!isBeyondChance(comparison) || national?.value == null) return null;
  const side = comparison === "higher" ? "above" : "below";
  const value = shownBenchmark(national.value, measure.unit);
  return {
    title: `${side === "above" ? "Above" : "Below"} the national figure, beyond chance`,
    sentence: `It is ${side} the national ${value}, beyond chance.`,
  };
}
