/** What is said at the top of a page: exceptions first, then what is not known, then what stayed as it was. */
import type { Catalogue, Figure, PublishedMeasure } from "../../pipelines/contract.ts";
import { counted, listed, shownFigure, shownYear } from "../format.ts";
import { claimOf, wordedGrade } from "./claims.ts";
import { baseOf } from "./evidence.ts";
import { type Finding, findingOf, type Mark } from "./finding.ts";
import { widestGap } from "./gap.ts";
import { byLevel } from "./levels.ts";
import { isOfTrustAlone, type Place, totalsOf } from "./place.ts";
import { type Statement, statement } from "./statement.ts";

/** How many unremarkable measures are told one by one; the rest share a sentence. */
const toldInFull = 3;
/** How many measures are named in one sentence; a longer list is not read. */
const namedTogether = 12;

/**
 * Every finding at a place, in the order of the policy's levels. Measures that do not apply there are left out, and so are
 * published ones that the trust has and a school has never had: no primary school has results at 16. What is counted for the trust alone
 * is not missing at a school.
 *
 * @param trust - the trust's own figures, where the place is one of its schools
 * @param since - the year to compare with; left out, the year before
 */
export function findingsOf(
  catalogue: Catalogue,
  place: Place,
  asOf: string,
  trust?: Place,
  since?: number | null,
): Finding[] {
  return byLevel(catalogue.policy, catalogue.measures)
    .flatMap(({ measures }) => measures)
    .filter(({ is_in_policy }) => is_in_policy)
    .map((measure) => findingOf(measure, place, asOf, { whole: trust, since: since ?? undefined }))
    .filter(({ absence }) => absence !== "not_applicable")
    .filter(
      ({ absence, measure }) =>
        !(absence === "no_records" && trust && (isOfTrustAlone(measure) || isPublishedOf(trust, measure))),
    );
}

function isPublishedOf(trust: Place, measure: PublishedMeasure): boolean {
  return measure.counts === "published" && totalsOf(trust, measure.id).some(({ value }) => value !== null);
}

/**
 * The story of a place. Figures that are neither better high nor low, such as salaries, are background: they have cards, but no sentence
 * unless they stand out.
 *
 * @param findings - as `findingsOf` gives them
 * @param hrefOf - the address of a measure's page for this place
 */
export function storyOf(findings: readonly Finding[], hrefOf: (measure: PublishedMeasure) => string): Statement[] {
  const marked = (mark: Mark) => findings.filter((finding) => finding.mark === mark);
  const tell = (finding: Finding): Statement => {
    const { measure, figure, mark, sentence, details } = finding;
    const grade = wordedGrade(measure, figure?.claim_grade ?? measure.claim_grade);
    return statement(grade, { mark, sentence, details, href: hrefOf(measure) });
  };
  const steady = marked("none").filter(({ measure }) => measure.better !== "neither");
  const rest = steady.slice(toldInFull);
  return [
    ...marked("signal").map(tell),
    ...missingTogether(marked("missing"), tell),
    ...steady.slice(0, toldInFull).map(tell),
    ...(rest.length === 1 ? rest.map(tell) : []),
    ...(rest.length > 1 ? [steadyTogether(rest)] : []),
  ];
}

/** What is missing, said once for each reason, so that a page without records is not a list of the same words. */
function missingTogether(missing: readonly Finding[], tell: (finding: Finding) => Statement): Statement[] {
  const reasons: [Finding["absence"], (titles: string) => string][] = [
    ["failed", (titles) => `Could not be worked out this time: ${titles}.`],
    ["no_records", (titles) => `Nothing is recorded yet about: ${titles}.`],
    ["suppressed", (titles) => `Hidden, because they could tell on a few people: ${titles}.`],
    ["too_little", (titles) => `Too little data to speak of: ${titles}.`],
    ["not_available", (titles) => `Not available for the latest year: ${titles}.`],
  ];
  return reasons.flatMap(([absence, words]) => {
    const found = missing.filter((finding) => finding.absence === absence);
    if (found.length < 2) return found.map(tell);
    return [statement(0, { mark: "missing", sentence: words(titlesOf(found)), details: [], href: null })];
  });
}

function steadyTogether(findings: readonly Finding[]): Statement {
  const others = counted(findings.length, "other measure");
  return statement(0, {
    mark: "none",
    sentence: `No signal either in ${others}${findings.length > namedTogether ? "; each has its card below" : `: ${titlesOf(findings)}`}.`,
    details: [],
    href: null,
  });
}

function titlesOf(findings: readonly Finding[]): string {
  return listed(findings.map(({ measure }) => `“${measure.title}”`));
}

/**
 * Programmes that differ beyond chance, one sentence for each measure that is divided by programme: the one that most and the one
 * that least often gets there. What this place's readers gave, not what another place could expect.
 */
export function programmeGaps(
  findings: readonly Finding[],
  place: Place,
  hrefOf: (measure: PublishedMeasure) => string,
): Statement[] {
  return findings.flatMap(({ measure, figure }): Statement[] => {
    const categories = place.figures.filter(
      ({ measure_id, breakdown, time_period, school_urn }) =>
        measure_id === measure.id &&
        breakdown === "programme" &&
        time_period === figure?.time_period &&
        school_urn === place.urn,
    );
    const gap = widestGap(measure, categories);
    if (!gap) return [];
    const [least, most] = gap;
    const shown = (one: Figure) => `${one.category} ${shownFigure(one, measure.unit)}`;
    const base = (one: Figure) => `${one.category} ${baseOf(measure, one)}`;
    return [
      statement(wordedGrade(measure, most.claim_grade), {
        mark: "signal",
        sentence: `${measure.title} differs by programme in ${shownYear(most.time_period)}, more than chance gives: ${shown(most)}, ${shown(least)}.`,
        details: [base(most), base(least), claimOf(measure, most.claim_grade).name.toLowerCase()],
        href: `${hrefOf(measure)}&breakdown=programme`,
      }),
    ];
  });
}

/**
 * What is known of the trust where one of its schools has no figure to show: too few people there, or none of its own. Published results are
 * left out, as each is of its own schools.
 *
 * @param measures - those to look at
 * @param findings - the school's
 */
export function knownOfWhole(
  measures: readonly PublishedMeasure[],
  findings: readonly Finding[],
  whole: Place,
  asOf: string,
): Finding[] {
  const settled = new Set(
    findings.flatMap(({ absence, measure }) => (absence === null || absence === "not_applicable" ? [measure.id] : [])),
  );
  return measures
    .filter(({ id, counts }) => counts !== "published" && !settled.has(id))
    .map((measure) => findingOf(measure, whole, asOf))
    .filter(({ absence }) => absence === null);
}
