/** How a figure stands to the country and to the trust: each that fires is told. */
import { shownBenchmark, shownFigure } from "../../format.ts";
import { type FunnelPlace, schoolsInFunnel } from "../../statistics/funnel.ts";
import { totalsOf } from "../place.ts";
import type { ValueReading } from "../reading.ts";
import type { Rule } from "./rule.ts";

/** In the order in which they are said. */
export const besideRules: readonly Rule[] = [
  {
    name: "Beside the national figure",
    fires: "the national figure of the same year lies outside the likely range",
    tell: ({ besideNational, national, measure, figure }) => {
      if (besideNational === "cannot_tell" || national?.value == null) return null;
      if (besideNational === "no_signal") return { looks: 1 };
      const side = besideNational === "higher" ? "above" : "below";
      return {
        title: `${side === "above" ? "Above" : "Below"} the national figure, beyond chance`,
        sentence: `It is ${side} the national ${shownBenchmark(national.value, measure.unit)}, beyond chance.`,
        isSignal: true,
        looks: 1,
        drawn: { signals: [figure.time_period] },
      };
    },
  },
  {
    name: "Outside the funnel",
    fires:
      "a school's share lies beyond the 99.8% limits around the trust's, widened by how much schools differ (for readers of the whole trust)",
    tell: (reading) => {
      const beside = besideWhole(reading);
      if (!beside || !reading.comparisons) return null;
      if (beside.place !== "alarm") return { looks: 1 };
      return {
        title: "Further from the whole than chance gives",
        sentence: `It lies further from the ${beside.whole} of ${reading.whole!.name} than chance gives at that size.`,
        isSignal: true,
        looks: 1,
        drawn: { signals: [reading.figure.time_period] },
      };
    },
  },
];

/** What is said of the trust's figure where no signal is claimed, among the notes. */
export const withinFunnel: Rule = {
  name: "Within the funnel",
  fires:
    "a school's share lies within the 99.8% limits around the trust's, or how far schools differ is not known to the reader",
  tell: (reading) => {
    const beside = besideWhole(reading);
    if (!beside || (beside.place === "alarm" && reading.comparisons)) return null;
    const around = `the ${beside.whole} of ${reading.whole!.name}`;
    if (beside.place === "inside")
      return { sentence: `That is within what chance gives at that size around ${around}.` };
    const limits = beside.place === "alert" ? "95%" : "99.8%";
    const rest =
      beside.place === "alert"
        ? "one in twenty lies there by chance, so no signal is claimed"
        : "whether schools differ that much anyway cannot be told from one of them";
    return { sentence: `It lies beyond the ${limits} limits of chance around ${around}; ${rest}.` };
  },
};

/** Where a school lies in the funnel around the trust's figure of the same year. */
function besideWhole(reading: ValueReading): { place: FunnelPlace; whole: string } | null {
  const { measure, figure, whole, comparisons, place } = reading;
  if (!whole || place.urn === null || figure.status === "[low]" || reading.isSoFar) return null;
  if (measure.unit !== "percent" || measure.interval !== "wilson") return null;
  const total = totalsOf(whole, measure.id).find(({ time_period }) => time_period === figure.time_period);
  // A school that is all of its trust has nothing around it.
  if (!total || total.value === null || total.denominator === figure.denominator) return null;
  const figures = comparisons
    ? comparisons.figures.filter(
        ({ measure_id, breakdown, time_period }) =>
          measure_id === measure.id && breakdown === "total" && time_period === figure.time_period,
      )
    : [figure];
  const found = schoolsInFunnel(total.value, [{ urn: place.urn }], figures).schools[0];
  return found ? { place: found.place, whole: shownFigure(total, measure.unit) } : null;
}
