/** Pictures of a paper: the charts of the pages, with what they show in words. */
import { barChart } from "../charts/bars.ts";
import { columnChart } from "../charts/columns.ts";
import { funnelChart } from "../charts/funnel.ts";
import { lineChart } from "../charts/line.ts";
import { capitalised, counted, listed, plural, shownFigure, shownYear } from "../format.ts";
import { breakdownName } from "../sentences/breakdowns.ts";
import { spokenFigure } from "../sentences/evidence.ts";
import type { Finding } from "../sentences/finding.ts";
import { widestGap } from "../sentences/gap.ts";
import { type Place, totalsOf } from "../sentences/place.ts";
import { schoolsBeside } from "../sentences/standing-out.ts";
import { academicYearOf } from "../sentences/years.ts";
import type { FunnelPlace } from "../statistics/funnel.ts";
import { tooLittle } from "../statistics/too-little.ts";
import type { Picture } from "./paper.ts";
import type { Scope } from "./source.ts";

/** Fewer points make no trend. */
const fewestPoints = 3;

/** A finding over the years, beside the trust and the country; null where too few years can be drawn. */
export function trendPicture(finding: Finding, { place, trust, asOf }: Scope): Picture | null {
  const { measure, isOfParts } = finding;
  // A paper is read long after its day: the year that is not over says more beside the whole of it than in a line.
  const fullYears = (of: Place) =>
    totalsOf(of, measure.id).filter(({ time_period }) => time_period < academicYearOf(asOf));
  const totals = fullYears(place);
  const drawable = totals.filter((figure) => figure.value !== null && !tooLittle(measure, figure));
  if (isOfParts || drawable.length < fewestPoints) return null;
  const series = {
    name: place.name,
    figures: totals,
    beside: trust ? { name: trust.name, figures: fullYears(trust) } : undefined,
    benchmarks: place.benchmarks,
    events: [],
    asOf,
    drawn: finding.drawn,
  };
  const shown = totals.map((figure) => `${shownYear(figure.time_period)} ${spokenFigure(measure, figure)}`);
  return {
    is: "picture",
    title: `${measure.title}: ${finding.title.charAt(0).toLowerCase()}${finding.title.slice(1)}`,
    words: `${measure.title} at ${place.name} by academic year: ${shown.join(", ")}.`,
    chart: measure.chart === "bar" ? columnChart(measure, series) : lineChart(measure, series),
  };
}

/** A finding's latest year by one of its breakdowns, such as staff group; null where fewer than two categories have a figure. */
export function breakdownPicture(finding: Finding, breakdown: string, { place }: Scope): Picture | null {
  const { measure, figure } = finding;
  if (figure === null) return null;
  const categories = place.figures.filter(
    (one) =>
      one.measure_id === measure.id &&
      one.breakdown === breakdown &&
      one.time_period === figure.time_period &&
      one.school_urn === place.urn,
  );
  if (categories.filter((one) => one.value !== null && !tooLittle(measure, one)).length < 2) return null;
  const divided = breakdownName(breakdown).toLowerCase();
  const gap = widestGap(measure, categories);
  const found = gap
    ? `${gap[0].category} ${shownFigure(gap[0], measure.unit)}, ${gap[1].category} ${shownFigure(gap[1], measure.unit)}: more than chance gives`
    : `no difference by ${divided} that can be told from chance`;
  const shown = categories.map((one) => `${one.category} ${spokenFigure(measure, one)}`);
  return {
    is: "picture",
    title: `${measure.title}: ${found}`,
    words: `${measure.title} by ${divided} in ${shownYear(figure.time_period)}: ${shown.join(", ")}; everybody ${spokenFigure(measure, figure)}.`,
    chart: barChart(measure, categories, figure),
  };
}

/** A measure's schools beside what chance gives a school of their size, never ranked; null without a funnel to stand in. */
export function funnelPicture(finding: Finding, { catalogue, place, comparisons }: Scope): Picture | null {
  const { measure, figure } = finding;
  if (comparisons === null || figure?.value == null || figure.value <= 0 || figure.value >= 1) return null;
  const beside = schoolsBeside(measure, place, comparisons, figure.time_period);
  const drawn = (beside?.schools ?? []).filter((school) => !tooLittle(measure, school.figure));
  if (beside === null || drawn.length < fewestPoints) return null;
  const term = catalogue.policy.school_term;
  const inOrder = [...drawn].sort((one, other) => one.school.name.localeCompare(other.school.name));
  const at = (place: FunnelPlace) => inOrder.filter((one) => one.place === place);
  const named = (some: typeof inOrder) =>
    listed(some.map((one) => `${one.school.name} ${shownFigure(one.figure, measure.unit)}`));
  const [far, edge] = [at("alarm"), at("alert")];
  // The same line as in the sentences above it: the outer limits, because many schools are looked at.
  const found =
    far.length > 0
      ? `${counted(far.length, term)} further from the whole than chance gives at that size`
      : edge.length > 0
        ? `${counted(edge.length, term)} at the edge of what chance gives at that size`
        : `every ${term} that can be shown lies within what chance gives`;
  const where = [
    ...(far.length > 0 ? [`Beyond the 99.8% limits: ${named(far)}`] : []),
    ...(edge.length > 0 ? [`between the 95% and the 99.8% limits: ${named(edge)}`] : []),
  ];
  return {
    is: "picture",
    title: `${measure.title}: ${found}`,
    words: `Funnel plot of ${counted(drawn.length, term)} around ${shownFigure(beside.trust, measure.unit)} in ${shownYear(figure.time_period)}. ${capitalised(where.join("; ") || `no ${term} lies beyond the limits of chance`)}. ${capitalised(plural(term))} are not ranked.`,
    chart: funnelChart(measure, beside.trust.value!, drawn, {
      wholeName: place.name,
      people: measure.counts === "answers" ? "answers" : "counted at each",
      widening: beside.dispersion.widening,
    }),
  };
}
