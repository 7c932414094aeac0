/** How many answers there are in a batch of one activity and wave. */
export interface BatchSize {
  batch: number;
  rows: number;
}

/**
 * The batch that an answer joins. In time it is 0. Late answers fill one batch after the other, each to the threshold: a batch counts
 * once it is full, so that no figure ever changes by fewer answers than that.
 *
 * @param isLate - whether the wave is over
 * @param sizes - the batches that there are
 * @param threshold - the policy's smallest group for readers who sign in
 */
export function chooseBatch(isLate: boolean, sizes: BatchSize[], threshold: number): number {
  if (!isLate) return 0;
  const latest = Math.max(0, ...sizes.map(({ batch }) => batch));
  if (latest === 0) return 1;
  const rows = sizes.filter(({ batch }) => batch === latest).reduce((sum, size) => sum + size.rows, 0);
  return rows < threshold ? latest : latest + 1;
}
