/** Who had access and who had least: the same measure by staff group and by contract. */
import { shownFigure, shownYear } from "../format.ts";
import { breakdownName } from "../sentences/breakdowns.ts";
import { widestGap } from "../sentences/gap.ts";
import { type Statement, statement } from "../sentences/statement.ts";
import { gap, statements } from "./blocks.ts";
import type { Block } from "./paper.ts";
import { breakdownPicture } from "./pictures.ts";
import type { Scope } from "./source.ts";

/** The measures that say who could take part. */
const accessMeasures = ["participation_coverage", "cpd_hours_per_person", "sustained_programmes"];

/** Sentences on who takes part least, and a picture by staff group; what is missing where neither can be shown. */
export function equalityBlocks(scope: Scope): Block[] {
  const findings = scope.findings.filter(
    ({ measure, absence }) => accessMeasures.includes(measure.id) && absence === null,
  );
  const told = findings.flatMap((finding) =>
    finding.measure.breakdowns.flatMap((breakdown) => gapStatement(scope, finding, breakdown)),
  );
  const pictures = findings.flatMap((finding) => {
    const picture = breakdownPicture(finding, finding.measure.breakdowns[0] ?? "", scope);
    return picture ? [picture] : [];
  });
  if (told.length === 0 && pictures.length === 0) {
    return [
      gap(
        `Who takes part by group cannot be shown: groups of fewer than ${scope.catalogue.policy.threshold_leaving} are hidden in papers. Those who may sign in see more on the site.`,
      ),
    ];
  }
  return [...statements(told), ...pictures.slice(0, 1)];
}

function gapStatement(
  { place, hrefOf }: Scope,
  { measure, figure }: Scope["findings"][number],
  breakdown: string,
): Statement[] {
  if (figure === null || measure.unit !== "percent") return [];
  const categories = place.figures.filter(
    (one) =>
      one.measure_id === measure.id &&
      one.breakdown === breakdown &&
      one.time_period === figure.time_period &&
      one.school_urn === place.urn,
  );
  if (categories.length < 2) return [];
  const found = widestGap(measure, categories);
  const divided = breakdownName(breakdown).toLowerCase();
  const hidden = categories.filter(({ status }) => status === "[c]").length;
  const details = hidden > 0 ? [`${hidden} of ${categories.length} groups hidden [c]`] : [];
  const href = `${hrefOf(measure)}&breakdown=${breakdown}`;
  if (categories.length - hidden < 2) {
    const sentence = `${measure.title} by ${divided} in ${shownYear(figure.time_period)}: hidden, because it could tell on a few people.`;
    return [statement(0, { mark: "missing", sentence, details, href })];
  }
  if (found === null) {
    const sentence = `${measure.title} by ${divided} in ${shownYear(figure.time_period)}: no difference that can be told from chance.`;
    return [statement(0, { mark: "none", sentence, details, href })];
  }
  const [least, most] = found.map((one) => `${one.category} ${shownFigure(one, measure.unit)}`);
  const sentence = `${measure.title} by ${divided} in ${shownYear(figure.time_period)}: ${most}, ${least}; they differ by more than chance gives.`;
  return [statement(0, { mark: "signal", sentence, details, href })];
}
