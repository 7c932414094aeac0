/** Measures that set two parts beside one another, where the whole says nothing of its own. */
import { capitalised, shownFigure, shownYear } from "../format.ts";
import { compare, isBeyondChance } from "../statistics/chance.ts";
import { tooLittle } from "../statistics/too-little.ts";
import { rangeAndBase } from "./evidence.ts";
import type { Reading } from "./reading.ts";

/** By which breakdown each of them is read. */
const readBy: Readonly<Record<string, string>> = { leader_staff_gap: "position" };

/** What is said of the parts. */
export interface PartsTold {
  /** Whether the two parts can be told at all. */
  isKnown: boolean;
  isSignal: boolean;
  title: string;
  sentence: string;
  details: string[];
}

/** The two parts of a measure's latest figure, `Leaders 84.0%, other staff 61.0%`; null where the measure is read as a whole. */
export function partsOf({ measure, place, figure }: Reading): PartsTold | null {
  const breakdown = readBy[measure.id];
  if (breakdown === undefined || figure === null) return null;
  const when = `in ${shownYear(figure.time_period)}`;
  const parts = place.figures.filter(
    (one) =>
      one.measure_id === measure.id &&
      one.breakdown === breakdown &&
      one.time_period === figure.time_period &&
      one.school_urn === place.urn,
  );
  const [first, second, ...more] = parts.filter((one) => one.value !== null && !tooLittle(measure, one));
  if (!first || !second || more.length > 0) {
    return {
      isKnown: false,
      isSignal: false,
      title: "The two sides cannot be shown",
      sentence: `${measure.title}: the two sides cannot be shown ${when}, so nothing is said of them.`,
      details: [],
    };
  }
  const words = [first, second].map((one) => `${one.category.toLowerCase()} ${shownFigure(one, measure.unit)}`);
  const [one, other] = words as [string, string];
  const isSignal = isBeyondChance(compare(first, second));
  return {
    isKnown: true,
    isSignal,
    title: `${capitalised(one)}, ${other}`,
    sentence: `${measure.title}: ${one}, ${other} ${when}. ${isSignal ? "They differ by more than chance gives." : "No difference that can be told from chance."}`,
    details: [first, second].flatMap((part) => {
      const about = rangeAndBase(measure, part);
      return about.length > 0 ? [`${part.category.toLowerCase()}: ${about.join(", ")}`] : [];
    }),
  };
}
