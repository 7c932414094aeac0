/** Which questions to ask about a place, each fired by what its figures say or leave out. */
import type { Figure } from "../../pipelines/contract.ts";
import { shownCount, shownFigure } from "../format.ts";
import { type Addresses, addressesOf } from "./addresses.ts";
import type { Finding } from "./finding.ts";
import { widestGap } from "./gap.ts";
import type { Place } from "./place.ts";
import { bankQuestion } from "./question-bank.ts";
import { said } from "./said.ts";

/** A question and the view that answers it. */
export interface Question {
  text: string;
  href: string;
}

/** A panel of more questions than this is not read. */
const mostQuestions = 5;

/** Below this share of answers, those who kept silent could turn the finding round. */
const fewAnswers = 0.5;

/** What a rule asks: a question of the bank, in words of its own where the figures give them; null number: about this measure alone. */
interface Asked {
  number: number | null;
  text?: string;
}

type Rule = (finding: Finding, place: Place) => Asked | null;

const isUnknown = ({ absence }: Finding) => absence === "no_records" || absence === "not_available";
const asks = (number: number, isAsked: boolean): Asked | null => (isAsked ? { number } : null);

/** In the order in which they are worth asking: what went the wrong way, who is left out, who is silent, what got in the way, the rest. */
const rules: readonly Rule[] = [
  ({ measure, figure, mark, title }) => {
    if (mark !== "signal" || !figure || measure.better === "neither") return null;
    const wentUp = /^(Higher|Above)/.test(title);
    if (wentUp === (measure.better === "higher")) return null;
    return { number: null, text: `What lies behind the change in “${measure.title}”, and what will be done about it?` };
  },
  ({ measure, figure }, place) => {
    if (measure.id !== "participation_coverage" || !figure) return null;
    const gap = widestGap(measure, categoriesOf(place, measure.breakdowns[0], figure));
    if (!gap) return null;
    const [least, most] = gap;
    const shown = (one: Figure) => shownFigure(one, measure.unit);
    const text = `${least.category}: ${shown(least)}; ${most.category}: ${shown(most)}. Why do so few take part, and who decided?`;
    return { number: 4, text };
  },
  ({ measure, figure }) => {
    if (measure.id !== "evaluation_response_rate" || figure?.value == null || figure.value >= fewAnswers) return null;
    const text = `Only ${shownFigure(figure, measure.unit)} of evaluations were answered. What would the others have said?`;
    return { number: 5, text };
  },
  ({ measure, figure }) => {
    if (measure.id !== "use_in_role" || figure?.numerator == null || figure.denominator == null) return null;
    const others = figure.denominator - figure.numerator;
    if (others <= 0) return null;
    return { number: 7, text: `What got in the way of the ${shownCount(others)} who are not using it yet?` };
  },
  (finding) => asks(6, finding.measure.id === "use_in_role" && finding.absence !== null),
  (finding) => asks(1, finding.measure.id === "participation_coverage" && isUnknown(finding)),
  (finding) => asks(2, finding.measure.id === "priority_coverage" && (isUnknown(finding) || isBelowAll(finding))),
  ({ measure, figure }) => asks(8, measure.policy_measure === "attainment" && figure?.value != null),
  ({ measure, figure }) =>
    asks(9, measure.policy_measure === "recruitment_retention" && measure.unit === "percent" && figure?.value != null),
  ({ measure, figure }) => asks(11, measure.policy_measure === "value_for_money" && figure?.value != null),
  ({ measure, figure }) => asks(10, measure.policy_measure === "qualification_profile" && figure?.value != null),
];

/** Whether a share leaves somebody or something out. */
function isBelowAll({ figure, absence }: Finding): boolean {
  return absence === null && figure?.value != null && figure.value < 1;
}

/** Up to five questions for a place; the last is always the one that looks forward. */
export function questionsFor(
  findings: readonly Finding[],
  place: Place,
  addresses: Addresses = addressesOf(place),
): Question[] {
  const fired = rules.flatMap((rule) => {
    const found = findings
      .map((finding) => ({ finding, asked: rule(finding, place) }))
      .find(({ asked }) => asked !== null);
    return found ? [asQuestion(found.asked!, found.finding, addresses)] : [];
  });
  const last = asQuestion({ number: 15 }, null, addresses);
  return [...fired.slice(0, mostQuestions - 1), last];
}

function asQuestion({ number, text }: Asked, finding: Finding | null, addresses: Addresses): Question {
  if (number === null) return { text: said(text!, 0), href: addresses.measure(finding!.measure.id) };
  const known = bankQuestion(number);
  return { text: said(text ?? known.text, 0), href: addresses.page(known.path) };
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
