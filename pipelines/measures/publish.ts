import type { PolicyWords, PublishedMeasure } from "../contract.ts";
import { measureDefinition } from "../contract.ts";
import type { MeasureFailure } from "./calculate.ts";
import { type Measure, textTable } from "./define.ts";

/**
 * The definitions as readers get them.
 *
 * @param policy - `measures` are the headings that the organisation's policy reports; without any, no policy was chosen yet
 *   and every measure counts as asked for
 * @param failures - measures that have no figures in this run
 */
export function publishedCatalogue(
  measures: readonly Measure[],
  policy: PolicyWords & { measures: readonly string[] },
  failures: readonly MeasureFailure[],
): PublishedMeasure[] {
  return measures.map(({ id, definition, sql, example }) => {
    const { formula, outcome_measure_code, distributions, trust_breakdowns, ...words } = definition;
    return {
      ...measureDefinition.parse(words),
      id,
      formula: formula ?? `${words.numerator} ÷ ${lowerFirst(words.denominator)}`,
      sql: sql.trim(),
      example: {
        given: Object.fromEntries(Object.entries(example.given).map(([name, text]) => [name, textTable(text)])),
        expect: textTable(example.expect),
      },
      is_in_policy: isInPolicy(words.policy_measure, policy.measures),
      failure: failures.find((failure) => failure.measure_id === id)?.problem ?? null,
    };
  });
}

/** Every policy reports what it provides, whether or not it lists that among its measures. */
function isInPolicy(heading: string, headings: readonly string[]): boolean {
  return headings.length === 0 || heading === "provision" || headings.includes(heading);
}

function lowerFirst(text: string): string {
  return text.charAt(0).toLowerCase() + text.slice(1);
}
