/** Questions for a governor to ask, each fired by what the figures say or leave out. */
import type { Figure } from "../../pipelines/contract.ts";
import { shownCount, shownFigure } from "../format.ts";
import type { Finding } from "./finding.ts";
import { widestGap } from "./gap.ts";
import type { Place } from "./place.ts";
import { said } from "./said.ts";

/** A question and the page whose figures answer it; null when no page does yet. */
export interface Question {
  text: string;
  measureId: string | null;
}

/** A panel of more questions than this is not read. */
const mostQuestions = 5;

/** Below this share of answers, those who kept silent could turn the finding round. */
const fewAnswers = 0.5;

type Rule = (finding: Finding, place: Place) => string | null;

/** In the order in which they are worth asking: what went the wrong way, who is left out, who is silent, what got in the way. */
const rules: readonly Rule[] = [
  (finding) => {
    const { measure, figure, mark } = finding;
    if (mark !== "signal" || !figure || measure.better === "neither") return null;
    const wentUp = /^(Higher|Above)/.test(finding.title);
    if (wentUp === (measure.better === "higher")) return null;
    return `What lies behind the change in “${measure.title}”, and what will be done about it?`;
  },
  ({ measure, figure }, place) => {
    if (measure.id !== "participation_coverage" || !figure) return null;
    const gap = widestGap(measure, categoriesOf(place, measure.breakdowns[0], figure));
    if (!gap) return null;
    const [least, most] = gap;
    const shown = (one: Figure) => shownFigure(one, measure.unit);
    return `${least.category}: ${shown(least)}; ${most.category}: ${shown(most)}. Why do so few take part, and who decided?`;
  },
  ({ measure, figure }) => {
    if (measure.id !== "evaluation_response_rate" || figure?.value == null || figure.value >= fewAnswers) return null;
    return `Only ${shownFigure(figure, measure.unit)} of evaluations were answered. What would the others have said?`;
  },
  ({ measure, figure }) => {
    if (measure.id !== "use_in_role" || figure?.numerator == null || figure.denominator == null) return null;
    const others = figure.denominator - figure.numerator;
    return others > 0 ? `What got in the way of the ${shownCount(others)} who are not using it yet?` : null;
  },
  ({ measure, absence }) =>
    measure.id === "use_in_role" && (absence === "no_records" || absence === "not_available")
      ? "Some months on, who does something differently, and who says so besides them?"
      : null,
  ({ measure, absence }) =>
    measure.id === "participation_coverage" && absence === "no_records"
      ? "How were this year’s needs identified, and whose voice is missing?"
      : null,
  ({ measure, figure }) =>
    measure.policy_measure === "attainment" && figure?.value != null
      ? "What changed for pupils, compared with what would have happened anyway?"
      : null,
  ({ measure, figure }) =>
    measure.policy_measure === "recruitment_retention" && measure.unit === "percent" && figure?.value != null
      ? "Are more people leaving than at similar schools, beyond chance?"
      : null,
  ({ measure, figure }) =>
    measure.policy_measure === "value_for_money" && figure?.value != null
      ? "What did it cost all in, and for each person who changed practice?"
      : null,
  ({ measure, figure }) =>
    measure.policy_measure === "qualification_profile" && figure?.value != null
      ? "Do people with new qualifications stay, and do they use them?"
      : null,
];

/** Up to five questions for a place; the last is always the one that looks forward. */
export function questionsFor(findings: readonly Finding[], place: Place): Question[] {
  const fired = rules.flatMap((rule) => {
    const found = findings
      .map((finding) => ({ finding, text: rule(finding, place) }))
      .find(({ text }) => text !== null);
    return found ? [{ text: said(found.text!, 0), measureId: found.finding.measure.id }] : [];
  });
  const last: Question = { text: "What will we do differently, and what do you need from us?", measureId: null };
  return [...fired.slice(0, mostQuestions - 1), last];
}

/** A place's figures of one breakdown, of the same measure and year as a total. */
function categoriesOf(place: Place, breakdown: string | undefined, total: Figure): Figure[] {
  return place.figures.filter(
    (figure) =>
      figure.measure_id === total.measure_id &&
      figure.breakdown === breakdown &&
      figure.time_period === total.time_period &&
      figure.school_urn === place.urn,
  );
}
