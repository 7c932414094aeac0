/** When what people wrote may be read. */

/** How many must have written something, so that nothing is shown which somebody wrote alone. */
export const fewestWriters = 3;

/** An answer, and whether there is something in it in somebody's own words. */
export interface Written {
  batch: number;
  hasWords: boolean;
}

/** From how many answers on something is shown. */
export interface WordsRule {
  /** The policy's smallest group for readers who sign in: a batch counts from then on. */
  threshold: number;
  /** Its smallest group for what leaves the log-in: single sentences give away more than figures. */
  wordsThreshold: number;
}

/** The rule as a release's policy has it. */
export function wordsRule(policy: { threshold_signed_in: number; threshold_leaving: number }): WordsRule {
  return { threshold: policy.threshold_signed_in, wordsThreshold: policy.threshold_leaving };
}

/**
 * The batches whose words may be read. Those that count are taken together in their order until there are enough answers and enough who
 * wrote something; only then the next are. So whoever compares the page with an earlier look at it never sees the words of fewer.
 *
 * @returns none when there are too few
 */
export function batchesToRead(answers: Written[], { threshold, wordsThreshold }: WordsRule): Set<number> {
  const inOrder = [...new Set(answers.map(({ batch }) => batch))].sort((one, other) => one - other);
  const readable = new Set<number>();
  let waiting: number[] = [];
  for (const number of inOrder) {
    if (answers.filter(({ batch }) => batch === number).length < threshold) continue;
    waiting.push(number);
    const together = answers.filter(({ batch }) => waiting.includes(batch));
    const writers = together.filter(({ hasWords }) => hasWords).length;
    if (together.length < Math.max(threshold, wordsThreshold) || writers < fewestWriters) continue;
    for (const each of waiting) readable.add(each);
    waiting = [];
  }
  return readable;
}
