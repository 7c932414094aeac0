/** Schools that lie beyond what chance gives a school of their size: what a trust's page says first. */
import type { Catalogue, ComparisonsSlice, Figure, PublishedMeasure, School } from "../../pipelines/contract.ts";
import { capitalised, listed, plural, shownFigure, shownYear } from "../format.ts";
import { type InFunnel, schoolsInFunnel } from "../statistics/funnel.ts";
import type { OverDispersion } from "../statistics/over-dispersion.ts";
import { type Place, totalsOf } from "./place.ts";
import { readingOf } from "./reading.ts";
import { type Statement, statement } from "./statement.ts";

/** How many measures are told one by one; the rest share a sentence. */
const toldInFull = 3;

/** One measure's schools in one year, beside the trust. */
export interface SchoolsBeside {
  /** The trust's own figure of that year; a funnel stands around it. */
  trust: Figure;
  schools: InFunnel<School>[];
  /** How much more than chance the schools differ, by which the limits are widened. */
  dispersion: OverDispersion;
}

/**
 * Every school with a share of a measure in a year, and where it lies; null where there is no share to stand a funnel around:
 * other units, shares of something else than people who count once, or a trust figure that is hidden or missing.
 */
export function schoolsBeside(
  measure: PublishedMeasure,
  trust: Place,
  { schools, figures }: ComparisonsSlice,
  timePeriod: number,
): SchoolsBeside | null {
  if (measure.unit !== "percent" || measure.interval !== "wilson") return null;
  const whole = totalsOf(trust, measure.id).find(({ time_period }) => time_period === timePeriod);
  if (!whole || whole.value === null) return null;
  const ofYear = figures.filter(
    ({ measure_id, breakdown, time_period }) =>
      measure_id === measure.id && breakdown === "total" && time_period === timePeriod,
  );
  return { trust: whole, ...schoolsInFunnel(whole.value, schools, ofYear) };
}

/** One sentence for each measure in which a school lies beyond the 99.8% limits of its last full year; alphabetical, never ranked. */
export function standingOut(
  { measures, policy }: Catalogue,
  trust: Place,
  comparisons: ComparisonsSlice,
  asOf: string,
): Statement[] {
  const statements = measures.flatMap((measure): (Statement & { title: string })[] => {
    const { figure } = readingOf(measure, trust, asOf);
    if (!measure.is_in_policy || measure.failure !== null || !figure) return [];
    const beside = schoolsBeside(measure, trust, comparisons, figure.time_period);
    const far = (beside?.schools ?? []).filter(
      ({ place, figure: { status } }) => place === "alarm" && status !== "[low]",
    );
    if (!beside || far.length === 0) return [];
    const names = far
      .sort((one, other) => one.school.name.localeCompare(other.school.name))
      .map(({ school, figure: own }) => `${school.name} (${shownFigure(own, measure.unit)})`);
    const verb = far.length === 1 ? "lies" : "lie";
    return [
      {
        title: measure.title,
        ...statement(0, {
          mark: "signal",
          sentence: `${measure.title}: ${listed(names)} ${verb} further from the whole than chance gives at that size.`,
          details: [
            `${trust.name} ${shownFigure(beside.trust, measure.unit)} in ${shownYear(beside.trust.time_period)}`,
          ],
          href: `/compare/${measure.id}`,
        }),
      },
    ];
  });
  const more = statements.slice(toldInFull);
  if (more.length < 2) return statements;
  const titles = listed(more.map(({ title }) => `“${title}”`));
  return [
    ...statements.slice(0, toldInFull),
    statement(0, {
      mark: "signal",
      sentence: `${capitalised(plural(policy.school_term))} stand out in other measures too: ${titles}.`,
      details: [],
      href: "/compare",
    }),
  ];
}
