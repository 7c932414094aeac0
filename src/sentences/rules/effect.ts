/** How large a difference is beside how much people differ. */
import type { Figure } from "../../../pipelines/contract.ts";
import { hedgesG, sampleOf } from "../../statistics/effect-size.ts";
import { tooLittle } from "../../statistics/too-little.ts";
import type { Rule } from "./rule.ts";

const decimals = (value: number) => (Math.round(value * 100) / 100 || 0).toFixed(2).replace("-", "−");

/** The size of the difference of two means. */
export const effectRule: Rule = {
  name: "Size of the difference (Hedges’ g)",
  fires: "two years of a mean of answers, each of 30 or more, so that the spread can be had from the likely range",
  tell: ({ measure, figure, before, earlier }) => {
    if (measure.unit !== "mean" || measure.interval !== "mean" || !before) return null;
    if ([figure, before].some((one: Figure) => tooLittle(measure, one) || one.status === "[low]")) return null;
    const [now, then] = [sampleOf(figure), sampleOf(before)];
    const size = now && then && hedgesG(now, then);
    if (!size) return null;
    const range = `likely range ${decimals(size.lower)} to ${decimals(size.upper)}`;
    return {
      sentence: `The difference from ${earlier.replace(/^in /, "")} is ${decimals(size.g)} standard deviations (${range}).`,
    };
  },
};
