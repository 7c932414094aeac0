/** What silence could hide: the same figure if all who did not answer had been against, and if all had been for. */
import type { Figure, PublishedMeasure } from "../../pipelines/contract.ts";

/** Below this share of answers the bounds are shown beside the figure. */
export const boundsBelow = 0.8;
/** Below this share of answers a figure is flagged to be read with care; it is not hidden for that. */
export const careBelow = 0.5;

/** What a figure of answers would be if everybody asked had answered. */
export interface ResponseBounds {
  /** Answers ÷ those asked, between 0 and 1. */
  rate: number;
  /** The value if all the silent were against; in the figure's own unit. */
  against: number;
  /** The value if all the silent were for. */
  for: number;
}

/**
 * The bounds of a share: f/N if the silent were all against, (f + N − n)/N if all for. Of a net score, which counts those for
 * less those against: (d − (N − n))/N and (d + N − n)/N.
 *
 * @param numerator - those in favour, or those for less those against
 * @param answered - how many answered, n
 * @param invited - how many were asked, N; at least `answered` and more than 0
 * @throws RangeError when fewer were asked than answered, or nobody was
 * @see C. F. Manski (1989), Journal of Human Resources 24, 343–360, on bounds without assumptions
 */
export function responseBounds(
  numerator: number,
  answered: number,
  invited: number,
  unit: "percent" | "net",
): ResponseBounds {
  if (!(invited > 0) || answered > invited) throw new RangeError(`${answered} answers of ${invited} asked`);
  const silent = invited - answered;
  const against = unit === "net" ? numerator - silent : numerator;
  return { rate: answered / invited, against: against / invited, for: (numerator + silent) / invited };
}

/** The bounds of a published figure; null where it does not rest on answers, is not a share or a net score, or says too little. */
export function boundsOf(
  measure: Pick<PublishedMeasure, "counts" | "unit" | "interval">,
  figure: Pick<Figure, "numerator" | "denominator" | "invited">,
): ResponseBounds | null {
  const { numerator, denominator, invited } = figure;
  // Several answers from each person are not as many as the people asked.
  if (measure.counts !== "answers" || measure.interval === "clustered") return null;
  if (measure.unit !== "percent" && measure.unit !== "net") return null;
  if (numerator === null || denominator === null || invited === null) return null;
  return invited > 0 && denominator <= invited ? responseBounds(numerator, denominator, invited, measure.unit) : null;
}

/**
 * How many of those asked answered, between 0 and 1; null where that is not published or nobody was asked, and where the figure divides by
 * something else than those who answered: by each of several answers, or, as a cost does, by the answers in favour alone.
 */
export function responseRate(
  measure: Pick<PublishedMeasure, "counts" | "interval">,
  figure: Pick<Figure, "denominator" | "invited">,
): number | null {
  const { denominator, invited } = figure;
  if (measure.counts !== "answers" || measure.interval === "clustered" || measure.interval === "cost") return null;
  return denominator === null || !invited || denominator > invited ? null : denominator / invited;
}

/**
 * By how much a sample of a known list would narrow an interval if those who answered were drawn at random: √[(N − n)/(N − 1)].
 * It is applied to no figure, because people who answer were not drawn: the page on figures says so with this number.
 *
 * @param answered - n, 1 or more
 * @param listed - N, 2 or more and at least `answered`
 * @see W. G. Cochran (1977), Sampling Techniques, section 2.6
 */
export function finitePopulationFactor(answered: number, listed: number): number {
  return Math.sqrt((listed - answered) / (listed - 1));
}
