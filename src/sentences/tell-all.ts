/** Findings of a few chosen measures, each told in full: a page that is about them leaves none to a shared sentence. */
import type { PublishedMeasure } from "../../pipelines/contract.ts";
import { wordedGrade } from "./claims.ts";
import type { Finding } from "./finding.ts";
import { type Statement, statement } from "./statement.ts";

/** One statement for each finding, in their order. */
export function tellAll(findings: readonly Finding[], hrefOf: (measure: PublishedMeasure) => string): Statement[] {
  return findings.map(({ measure, figure, mark, sentence, details }) =>
    statement(wordedGrade(measure, figure?.claim_grade ?? measure.claim_grade), {
      mark,
      sentence,
      details,
      href: hrefOf(measure),
    }),
  );
}

const order = { signal: 0, none: 1, missing: 2 };

/** Signals first, then what is known, then what is not; those of one kind stay in their order. */
export function exceptionsFirst(statements: readonly Statement[]): Statement[] {
  return [...statements].sort((one, other) => order[one.mark] - order[other.mark]);
}
