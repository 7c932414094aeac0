/** The parts of a definition in words a governor will read and a statistician can check. */
import type { MeasureDefinition, PolicyWords, PublishedMeasure } from "../../pipelines/contract.ts";
import { listed } from "../format.ts";
import { breakdownName } from "./breakdowns.ts";

/** How a likely range is worked out, and who described it; null: the source is the method itself. */
interface IntervalWords {
  words: string;
  source: string | null;
}

/** The interval method of each kind; every one of them is a 95% interval. */
export const intervalWords: Record<MeasureDefinition["interval"], IntervalWords> = {
  wilson: {
    words: "95% Wilson score interval of a share, without a correction for how many there are to ask",
    source: "E. B. Wilson (1927), Journal of the American Statistical Association 22, 209–212",
  },
  mean: {
    words: "95% interval of a mean: 1.96 standard errors to either side, from the spread of the values themselves",
    source: "W. G. Cochran (1977), Sampling Techniques, third edition, section 2.8",
  },
  net: {
    words: "95% interval of the share for less the share against among the same answers (variance of a multinomial)",
    source: "W. G. Cochran (1977), Sampling Techniques, third edition, section 3.12",
  },
  rate: {
    words: "95% interval of a rate of events, by Byar’s approximation to the exact Poisson limits",
    source: "N. E. Breslow and N. E. Day (1987), Statistical Methods in Cancer Research, volume 2, equation 2.13",
  },
  clustered: {
    words:
      "95% Wilson score interval by the number of people and not of their answers: one person’s answers are alike, so many answers of few people say less than they seem to",
    source: "E. B. Wilson (1927), Journal of the American Statistical Association 22, 209–212",
  },
  cost: {
    words:
      "95% interval: the whole cost shared out by the Wilson limits of the share who succeed; it reaches further up than down",
    source: null,
  },
  published: {
    words:
      "The publisher’s own 95% intervals. For several schools the half widths are squared, weighted and added up, as pupils of different schools are independent",
    source: null,
  },
  none: { words: "None: no chance is in this figure, or it was published without a range", source: null },
};

/** What a value is, in words. */
export const unitWords: Record<MeasureDefinition["unit"], string> = {
  percent: "A share, shown as a percentage; whole below 50, because a decimal would claim more than so few allow",
  net: "A net score from −100 (all against) to +100 (all for)",
  mean: "A mean, to two decimals",
  count: "A number",
  money: "Pounds",
  hours: "Hours",
  ratio: "A ratio, to two decimals",
  points: "Points, to one decimal",
};

/** Which way is better. */
export const directionWords: Record<MeasureDefinition["better"], string> = {
  higher: "Higher is better",
  lower: "Lower is better",
  neither: "Neither higher nor lower is better",
};

/** What it counts in one word, for lists of measures. */
export const countedWords: Record<MeasureDefinition["counts"], string> = {
  people: "people",
  answers: "answers",
  published: "published figures",
  money: "money",
  records: "records",
};

/** When figures of a measure are hidden, by what they are about. */
export function hiddenWords(
  measure: Pick<PublishedMeasure, "counts" | "unit" | "is_sensitive">,
  policy: PolicyWords,
): string {
  const { threshold_signed_in, threshold_leaving } = policy;
  if (measure.counts === "published")
    return "Never: they are published already, and whoever published them hid what is too small";
  if (measure.counts === "money" || measure.counts === "records") return "Never: they are about nobody";
  const isShare = measure.counts === "people" && measure.unit === "percent";
  const whom = measure.counts === "people" ? "people" : "answers, or the answers of fewer people";
  const either = isShare ? ", or fewer than that did, or did not" : "";
  const alike = measure.is_sensitive ? "; where all or nearly all are alike, which would tell on each of them" : "";
  return `Where it rests on fewer than ${threshold_signed_in} ${whom} (${threshold_leaving} in what leaves the log-in)${either}${alike}; and where a hidden figure would follow from it`;
}

/** By what a measure is divided: `Staff group, term and contract`; in words where it is not. */
export function breakdownWords({ breakdowns }: Pick<PublishedMeasure, "breakdowns">): string {
  if (breakdowns.length === 0) return "Not divided further";
  const [first, ...others] = breakdowns.map(breakdownName);
  return listed([first!, ...others.map((name) => name.charAt(0).toLowerCase() + name.slice(1))]);
}

/** The other measures of the same people or answers, by title; a cell of too few is hidden in all of them. */
export function sharingBase(measure: PublishedMeasure, all: readonly PublishedMeasure[]): PublishedMeasure[] {
  if (measure.base === null) return [];
  return all.filter(({ id, base }) => base === measure.base && id !== measure.id);
}

/** What a value is in a word or two, for lists of measures. */
export const unitNames: Record<MeasureDefinition["unit"], string> = {
  percent: "Share",
  net: "Net score",
  mean: "Mean",
  count: "Number",
  money: "Pounds",
  hours: "Hours",
  ratio: "Ratio",
  points: "Points",
};
