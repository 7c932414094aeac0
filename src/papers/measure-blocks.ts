/** What a section says of a group of measures: sentences, exceptions first, and a picture of what matters most. */
import { type Level, level as levels } from "../../pipelines/contract.ts";
import type { Finding } from "../sentences/finding.ts";
import { storyOf } from "../sentences/story.ts";
import { gap, statements } from "./blocks.ts";
import { headlineOf } from "./levels.ts";
import type { Block, Picture } from "./paper.ts";
import { trendPicture } from "./pictures.ts";
import type { Scope } from "./source.ts";

/** The findings of some headings of the policy. */
export function findingsUnder(scope: Scope, policyMeasures: readonly string[]): Finding[] {
  return scope.findings.filter(({ measure }) => policyMeasures.includes(measure.policy_measure));
}

/** The findings of a level. */
export function findingsAt(scope: Scope, level: Level): Finding[] {
  return scope.findings.filter(({ measure }) => measure.level === level);
}

/**
 * Sentences about some findings, and the trend of the one that matters most: a signal, else what its level is known by.
 *
 * @param subject - what is missing where there is nothing to say: `attainment`
 */
export function measureBlocks(scope: Scope, findings: readonly Finding[], subject: string): Block[] {
  if (findings.length === 0) return [gap(notReported(scope, subject))];
  const picture = pictureOf(scope, findings);
  return [...statements(storyOf(findings, scope.hrefOf)), ...(picture ? [picture] : [])];
}

/** The trend of the finding that matters most among some; null where none has enough years. */
export function pictureOf(scope: Scope, findings: readonly Finding[]): Picture | null {
  const isPicked = ({ measure }: Finding) => measure.better !== "neither" && measure.counts !== "records";
  const headlines = levels.options.flatMap((level) => {
    const headline = headlineOf(
      level,
      findings.filter(({ measure }) => measure.level === level),
    );
    return headline ? [headline] : [];
  });
  const inOrder = [...findings.filter(({ mark }) => mark === "signal"), ...headlines, ...findings].filter(isPicked);
  for (const finding of inOrder) {
    const picture = trendPicture(finding, scope);
    if (picture) return picture;
  }
  return null;
}

function notReported({ catalogue, place }: Scope, subject: string): string {
  const { school_term, organisation_term } = catalogue.policy;
  const whole = place.urn === null ? organisation_term : school_term;
  return `Nothing is recorded about ${subject} at this ${whole}. Once there are records, what they show stands here.`;
}
