/** What a figure is read beside: the trust and the country, in a few words. */
import { nationalBeside, nationalOf, spokenFigure } from "./evidence.ts";
import type { Finding } from "./finding.ts";
import { type Place, totalsOf } from "./place.ts";

/**
 * `Larkmoor Learning Trust 61%` and `national 62% (2024/25, DfE)`, each where it exists.
 *
 * @param trust - the trust's own figures, where the place is one of its schools
 */
export function besideOf(finding: Finding, place: Place, trust: Place | undefined): string[] {
  const { figure, measure } = finding;
  if (!figure) return [];
  const trustFigure =
    trust &&
    totalsOf(trust, measure.id).find(({ time_period, value }) => time_period === figure.time_period && value !== null);
  const national = nationalBeside(figure, place.benchmarks);
  return [
    trustFigure ? `${trust.name} ${spokenFigure(measure, trustFigure)}` : null,
    national ? nationalOf(measure, national) : null,
  ].filter((words) => words !== null);
}
