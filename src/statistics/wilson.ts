/** How sure we are of a share that the site itself adds up from published numbers. */

/** The normal quantile of a 95% interval, as public statistics round it. */
export const z95 = 1.96;
/** The normal quantile of a 99.8% interval. */
export const z998 = 3.09;

/**
 * The 95% Wilson score interval of a share, as the pipeline gives it for published shares.
 *
 * @param numerator - those who did, from 0 to `denominator`
 * @param denominator - those who could have; more than 0
 * @returns the lower and upper limits, each between 0 and 1
 * @throws RangeError when the numerator is outside 0 to `denominator`, or nobody could have
 * @see E. B. Wilson (1927), Journal of the American Statistical Association 22, 209–212
 */
export function wilsonInterval(numerator: number, denominator: number): [lower: number, upper: number] {
  if (!(denominator > 0) || !(numerator >= 0 && numerator <= denominator)) {
    throw new RangeError(`a share of ${numerator} in ${denominator}`);
  }
  const z = z95;
  const centre = 2 * numerator + z * z;
  const spread = z * Math.sqrt(z * z + 4 * numerator * (1 - numerator / denominator));
  const scale = 2 * (denominator + z * z);
  return [Math.max(0, (centre - spread) / scale), Math.min(1, (centre + spread) / scale)];
}

/**
 * The standard error of a share by chance alone: √[p(1 − p)/n].
 *
 * @param share - between 0 and 1
 * @param size - people; more than 0
 */
export function standardErrorOfShare(share: number, size: number): number {
  return Math.sqrt((share * (1 - share)) / size);
}
