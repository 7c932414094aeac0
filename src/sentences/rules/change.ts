/** How a figure stands to the year before: the first of these that fires is told. */
import type { Figure } from "../../../pipelines/contract.ts";
import { capitalised, shownFigure, shownYear } from "../../format.ts";
import { isBeyondChance } from "../../statistics/chance.ts";
import { changeWords } from "../claims.ts";
import type { ValueReading } from "../reading.ts";
import { nextYear } from "../years.ts";
import type { Rule } from "./rule.ts";

/** In this order; the last always fires. */
export const changeRules: readonly Rule[] = [
  {
    name: "The year is not over",
    fires: "only the running year has a figure",
    tell: ({ isSoFar, value }) =>
      isSoFar ? { title: `${value} so far; the year is not over`, sentence: "No earlier year to compare with." } : null,
  },
  {
    name: "Low coverage",
    fires: "fewer than half of those concerned are covered",
    tell: ({ figure }) =>
      figure.status === "[low]"
        ? {
            title: "Too few covered to say more",
            sentence: "Fewer than half are covered, so read it with care.",
          }
        : null,
  },
  {
    name: "A new series",
    fires: "the figure is worked out in another way than those before",
    tell: ({ figure }) =>
      figure.status === "[b]"
        ? { title: "Not comparable with the years before", sentence: "Not comparable with the years before." }
        : null,
  },
  {
    name: "The first year",
    fires: "there is no earlier year to compare with",
    tell: ({ before, since }) => {
      if (before) return null;
      const words =
        since === undefined ? "No earlier year to compare with" : `No figure for ${shownYear(since)} to compare with`;
      return { title: words, sentence: `${words}.` };
    },
  },
  {
    name: "A change beyond chance",
    fires: "the 95% range of the difference from the year before leaves out zero",
    tell: (reading) => {
      const { change, grade, figure, earlier } = reading;
      const before = reading.before!;
      if (change !== "higher" && change !== "lower") return null;
      const isYearBefore = nextYear(before.time_period) === figure.time_period;
      const reference = isYearBefore ? "the year before" : shownYear(before.time_period);
      return {
        title: `${change === "higher" ? "Higher" : "Lower"} than ${reference}, beyond chance`,
        clause: changeWords(grade, change, shownFigure(before, reading.measure.unit), earlier),
        sentence: "That is more than chance gives.",
        isSignal: true,
        looks: 1,
        drawn: { signals: [figure.time_period] },
      };
    },
  },
  {
    name: "No likely range",
    fires: "one of the two years has no likely range, as with published averages",
    tell: (reading) => (reading.change === "cannot_tell" ? withoutRange(reading, reading.before!) : null),
  },
  {
    name: "No change beyond chance",
    fires: "the 95% range of the difference from the year before holds zero",
    tell: ({ before, measure, earlier, change }) =>
      isBeyondChance(change)
        ? null
        : {
            title: "No change that can be told from chance",
            clause: `, ${shownFigure(before!, measure.unit)} ${earlier}`,
            sentence: "No change that can be told from chance.",
            looks: 1,
          },
  },
];

/** Published averages and counts come without a likely range: what is so can be said, whether chance made it cannot. */
function withoutRange({ measure, figure, earlier, value }: ValueReading, before: Figure) {
  const earlierValue = shownFigure(before, measure.unit);
  const isSame = value === earlierValue;
  const direction = figure.value > before.value! ? "up" : "down";
  const words = isSame ? `the same as ${earlier}` : `${direction} from ${earlierValue} ${earlier}`;
  const isContext = isSame || measure.better === "neither";
  return {
    title: isContext ? capitalised(words) : `${capitalised(words)}; chance cannot be ruled out`,
    clause: `, ${words}`,
    ...(isContext ? {} : { sentence: "It has no likely range, so chance cannot be ruled out." }),
  };
}
