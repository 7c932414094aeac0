/** The normal quantile of a 95% interval, as public statistics round it. */
const z = 1.96;

/**
 * The 95% Wilson score interval of a share. It stays between 0 and 1, and says something sensible of 0 of 5.
 * No finite population correction: it would narrow the interval as if those who did not answer were like those who did.
 *
 * @param numerator - people who did, from 0 to `denominator`; a fraction where a rate counts full-time equivalents
 * @param denominator - people who could have; more than 0
 * @returns the lower and upper limits, each between 0 and 1
 * @throws RangeError when the numerator is outside 0 to `denominator`, or nobody could have
 * @see E. B. Wilson (1927), Journal of the American Statistical Association 22, 209–212
 */
export function wilsonInterval(numerator: number, denominator: number): [lower: number, upper: number] {
  if (!(denominator > 0) || !(numerator >= 0 && numerator <= denominator)) {
    throw new RangeError(`a share of ${numerator} in ${denominator}`);
  }
  const centre = 2 * numerator + z * z;
  const spread = z * Math.sqrt(z * z + 4 * numerator * (1 - numerator / denominator));
  const scale = 2 * (denominator + z * z);
  return [Math.max(0, (centre - spread) / scale), Math.min(1, (centre + spread) / scale)];
}

/**
 * The 95% interval of a mean, from its normal approximation: the mean, give or take 1.96 standard errors.
 *
 * @param sum - the sum of the values
 * @param sumOfSquares - the sum of their squares
 * @param count - how many values there are
 * @returns the lower and upper limits in the values' unit; null for fewer than two values, which have no spread
 */
export function meanInterval(sum: number, sumOfSquares: number, count: number): [lower: number, upper: number] | null {
  if (count < 2) return null;
  const mean = sum / count;
  // Rounding can leave a hair below zero where all values are equal.
  const variance = Math.max(0, (sumOfSquares - count * mean * mean) / (count - 1));
  const halfWidth = z * Math.sqrt(variance / count);
  return [mean - halfWidth, mean + halfWidth];
}

/**
 * The 95% interval of a net score, which is the share for less the share against, from the variance of a multinomial.
 *
 * @param net - those for less those against; from `-count` to `count`
 * @param spoken - those for and those against together, without those between
 * @param count - everybody who answered; more than 0
 * @returns the limits, each between -1 and 1
 * @see W. G. Cochran (1977), Sampling Techniques, third edition, section 3.12: the difference of two shares of one sample
 */
export function netInterval(net: number, spoken: number, count: number): [lower: number, upper: number] {
  const share = net / count;
  const halfWidth = z * Math.sqrt(Math.max(0, spoken / count - share * share) / count);
  return [Math.max(-1, share - halfWidth), Math.min(1, share + halfWidth)];
}

/**
 * The 95% interval of a rate of events, by Byar's approximation to the exact Poisson limits; close even for one or two events.
 *
 * @param events - how often it happened; 0 or more
 * @param exposure - what it is counted against, such as schools or people; more than 0
 * @returns the limits as events for each unit of exposure
 * @see N. E. Breslow and N. E. Day (1987), Statistical Methods in Cancer Research, volume 2, equation 2.13
 */
export function rateInterval(events: number, exposure: number): [lower: number, upper: number] {
  const limit = (count: number, sign: 1 | -1) =>
    count * (1 - 1 / (9 * count) + (sign * z) / (3 * Math.sqrt(count))) ** 3;
  const lower = events === 0 ? 0 : limit(events, -1);
  return [lower / exposure, limit(events + 1, 1) / exposure];
}

/**
 * The 95% interval of what one success costs: the whole cost shared out by the Wilson limits of the share who succeed. Few successes make it
 * wide, and it reaches further up than down.
 *
 * @param cost - the cost of all trials, in pounds
 * @param successes - 1 or more
 * @param trials - how many were looked at; `successes` or more
 * @returns the limits in pounds for each success
 */
export function costInterval(cost: number, successes: number, trials: number): [lower: number, upper: number] {
  const [least, most] = wilsonInterval(successes, trials);
  return [cost / trials / most, cost / trials / least];
}

/**
 * The 95% interval of a mean of several published means, from their published intervals: pupils of different schools are independent, so the
 * squares of the half widths add up, each weighted by its pupils.
 *
 * @param squaredHalfWidths - the sum of (weight × half width)²; null where one of them was published without an interval
 * @param weight - the sum of the weights; more than 0
 * @returns the limits in the values' unit; null without all of the published ones
 */
export function combinedInterval(
  value: number,
  squaredHalfWidths: number | null,
  weight: number,
): [lower: number, upper: number] | null {
  if (squaredHalfWidths === null) return null;
  const halfWidth = Math.sqrt(squaredHalfWidths) / weight;
  return [value - halfWidth, value + halfWidth];
}
