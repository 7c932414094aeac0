import { measureDefinition, type PublishedMeasure } from "../contract.ts";
import { lineageOf } from "../marts/lineage.ts";
import type { Policy } from "../marts/readers.ts";
import type { MeasureFailure } from "./calculate.ts";
import { type Measure, textTable } from "./define.ts";

/**
 * The measures' definitions as readers get them, with everything needed to check the figures.
 *
 * @param failures - measures that have no figures in this run
 * @throws HubError when a query reads a table that there is not
 */
export function publishedCatalogue(
  measures: readonly Measure[],
  policy: Pick<Policy, "measures"> & Partial<Pick<Policy, "followup_min_months">>,
  failures: readonly MeasureFailure[],
): PublishedMeasure[] {
  return measures.map((measure) => published(measure, policy, failures));
}

function published(
  { id, definition, sql, example }: Measure,
  { measures: headings, followup_min_months }: Parameters<typeof publishedCatalogue>[1],
  failures: readonly MeasureFailure[],
): PublishedMeasure {
  const {
    formula,
    outcome_measure_code,
    trust_breakdowns,
    also_answers = [],
    hidden_with,
    base,
    ...words
  } = definition;
  return {
    ...measureDefinition.parse({ ...words, caveats: [...words.caveats, ...absenceCaveats(words.absences)] }),
    id,
    formula: formula ?? `${words.numerator} ÷ ${lowerFirst(words.denominator)}`,
    sql: sql.trim(),
    example: {
      given: Object.fromEntries(Object.entries(example.given).map(([name, text]) => [name, textTable(text)])),
      expect: textTable(example.expect),
    },
    // A policy that states no follow-up asks for nothing that only a follow-up can tell.
    is_in_policy:
      [words.policy_measure, ...also_answers].some((heading) => isInPolicy(heading, headings)) &&
      !(base === "follow_up" && followup_min_months === null),
    failure: failures.find((failure) => failure.measure_id === id)?.problem ?? null,
    base: base ?? null,
    lineage: lineageOf(sql, `pipelines/measures/${id}/query.sql`),
  };
}

/** "2023/24 and 2024/25: not available. …", so that whoever meets an `[x]` finds the reason among the caveats. */
function absenceCaveats(absences: Measure["definition"]["absences"] = []): string[] {
  const shown = (year: number) => `${Math.floor(year / 100)}/${String(year % 100).padStart(2, "0")}`;
  return absences.map(({ time_periods, reason }) => {
    const years = new Intl.ListFormat("en-GB").format(time_periods.map(shown));
    return `${years}: not available. ${reason}`;
  });
}

/** Every policy reports what it provides; before one is chosen, every measure counts as asked for. */
function isInPolicy(heading: string, headings: readonly string[]): boolean {
  return headings.length === 0 || heading === "provision" || headings.includes(heading);
}

function lowerFirst(text: string): string {
  return text.charAt(0).toLowerCase() + text.slice(1);
}
