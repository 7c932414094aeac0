/** How fast a page must be, and the table that says which measurements keep to it. */

/** One line of the table. */
export interface Measurement {
  what: string;
  value: string;
  /** What went over its budget, in words; empty when nothing did, absent where there is no budget. */
  missed?: string[];
}

/** What a page may need, at most, with nothing cached. */
export const budgets = {
  requests: 15,
  kilobytes: 180,
  /** Of JavaScript, compressed, on a page with charts. */
  chartKilobytes: 130,
  /** Of JavaScript on a form, which keeps a draft on the telephone; every other page without charts has none. */
  formKilobytes: 5,
  firstChartMs: 400,
  choiceMs: 50,
  answerMs: 20,
  layoutShift: 0.05,
};

/** The least score of each of Lighthouse's categories. */
export const leastScores = { performance: 95, accessibility: 100, bestPractices: 100, seo: 100 };

/** What is over its budget: the words of each pair whose number is more than its limit. */
export function overBudget(...checks: [words: string, number: number, limit: number][]): string[] {
  return checks.filter(([, number, limit]) => number > limit).map(([words, , limit]) => `${words} (at most ${limit})`);
}

/**
 * The table as text, and after it what was missed.
 *
 * @param rows - in the order of the table
 */
export function tableOf(rows: readonly Measurement[]): string {
  const width = Math.max(...rows.map(({ what }) => what.length));
  const valueWidth = Math.max(...rows.filter(({ missed }) => missed).map(({ value }) => value.length), 0);
  const lines = rows.map(({ what, value, missed }) => {
    const verdict = missed && (missed.length === 0 ? "MET" : `MISSED: ${missed.join(", ")}`);
    return `${what.padEnd(width)}  ${verdict ? `${value.padEnd(valueWidth)}  ${verdict}` : value}`;
  });
  const judged = rows.filter(({ missed }) => missed !== undefined);
  const missed = judged.filter((row) => row.missed!.length > 0);
  const end =
    missed.length === 0
      ? `All ${judged.length} budgets are met.`
      : `${missed.length} of ${judged.length} budgets are missed:\n${missed.map((row) => `  ${row.what}: ${row.missed!.join(", ")}`).join("\n")}`;
  return [...lines, "", end].join("\n");
}
