/** The annual impact report, under the headings of the policy and in their order. */
import { capitalised, counted, plural } from "../format.ts";
import { byLevel } from "../sentences/levels.ts";
import { standingOut } from "../sentences/standing-out.ts";
import { gap, inTheStudio, statements, words, writtenOr, writtenWords } from "./blocks.ts";
import { decisionsTable } from "./cycle.ts";
import { chainTable, figureTable } from "./figure-table.ts";
import { leadRoleBlocks } from "./lead-role.ts";
import { boardOf, covers, futureNeeds, inShortBlocks, isBenefit, sectionsFor } from "./outline.ts";
import type { Block, Paper, Section } from "./paper.ts";
import { paperHead } from "./paper-head.ts";
import { funnelPicture } from "./pictures.ts";
import { readingNotes } from "./reading-notes.ts";
import { type PaperSource, type Scope, scopeOf } from "./source.ts";
import { plainHeading } from "./written.ts";

/** What a report is made of where no policy is chosen yet. */
const usualOutline = [
  "Provision in the year",
  "Impact",
  "Value for money",
  "Future needs",
  "Evaluation of the CPD lead's role",
];

/**
 * The annual report of a place: in short, then the headings of the policy in its order, with what they do not ask for before the benefits
 * that close some reports; at the end every figure, and how to read them.
 */
export function annualReport(source: PaperSource): Paper {
  const scope = scopeOf(source);
  const { report_outline } = scope.catalogue.policy;
  const outline = report_outline.length > 0 ? report_outline : usualOutline;
  const headings = outline.map((heading) => ({ heading, sections: sectionsFor(scope, heading) }));
  const lastOther = outline.findLastIndex((heading) => !isBenefit(heading));
  const before = headings.slice(0, lastOther + 1).flatMap(({ sections }) => sections);
  const after = headings.slice(lastOther + 1).flatMap(({ sections }) => sections);
  return {
    ...paperHead("annual_report", scope),
    sections: [
      ...opening(scope, outline),
      ...before,
      ...added(scope, outline),
      ...after,
      ...everyFigure(scope),
      { heading: "How to read this report", blocks: readingNotes(scope, scope.findings).map(words) },
    ],
  };
}

/** What a meeting needs first: the decision, and the whole in short unless the policy's outline has a summary of its own. */
function opening(scope: Scope, outline: readonly string[]): Section[] {
  const { written, isRecordKnown } = scope;
  const decision: Block = isRecordKnown
    ? writtenOr(written?.decision_asked, "What is to be decided is not written yet.")
    : gap("The written words cannot be reached at the moment, so only figures and sentences about them stand here.");
  const chain = covers(outline, "chain") ? null : chainTable(scope);
  const short = covers(outline, "summary") ? [] : inShortBlocks(scope);
  const blocks = [...short, ...(chain ? [chain] : [])];
  return [
    { heading: "Decision asked", blocks: [decision] },
    ...(blocks.length > 0 ? [{ heading: "In short", blocks }] : []),
  ];
}

/** What the outline has no heading for, and the record holds all the same. */
function added(scope: Scope, outline: readonly string[]): Section[] {
  const { written } = scope;
  const known = outline.map(plainHeading);
  const others = (written?.sections ?? []).filter(
    ({ heading, words: text }) => text.trim() !== "" && !known.includes(plainHeading(heading)),
  );
  const decisions = decisionsTable(scope);
  const none = `No decision of a meeting is recorded for this year. They are entered ${inTheStudio}.`;
  return [
    ...others.map(({ heading, words: text }) => ({ heading, blocks: [writtenWords(text.trim())] })),
    ...schoolsSection(scope),
    ...(covers(outline, "forward") ? [] : sectionsFor(scope, "Forward plan")),
    ...(covers(outline, "future") ? [] : [{ heading: "Future needs", blocks: futureNeeds(scope) }]),
    ...(covers(outline, "lead") || !written?.lead_role_evaluation
      ? []
      : [{ heading: "Evaluation of the CPD lead's role", blocks: leadRoleBlocks(scope, boardOf(scope)) }]),
    { heading: "Decisions and what became of them", blocks: [decisions ?? gap(none)] },
  ];
}

/** The schools beside one another, for readers who may compare them: who stands out, and one funnel. Never ranked. */
function schoolsSection(scope: Scope): Section[] {
  const { catalogue, place, comparisons, asOf, findings } = scope;
  if (comparisons === null || place.urn !== null) return [];
  const far = standingOut(catalogue, place, comparisons, asOf);
  const pictures = findings.flatMap((finding) => funnelPicture(finding, scope) ?? []);
  const showing = (found: RegExp) => pictures.filter(({ title }) => found.test(title));
  const [funnel] = [...showing(/ further from the whole /), ...showing(/ at the edge of /), ...pictures];
  const { school_term } = catalogue.policy;
  const blocks: Block[] = [
    ...(far.length > 0
      ? statements(far)
      : [
          comparisons.figures.every(({ value }) => value === null)
            ? gap(`No ${school_term} has a figure of its own that may leave the log-in yet.`)
            : words(`No ${school_term} lies further from the whole than chance gives at its size.`),
        ]),
    ...(funnel ? [funnel] : []),
  ];
  return [{ heading: `${capitalised(plural(school_term))} beside one another`, blocks }];
}

/** Every measure with its figure, by level. */
function everyFigure(scope: Scope): Section[] {
  const { policy, measures } = scope.catalogue;
  const parts = byLevel(policy, measures).flatMap(({ level, name }): Section[] => {
    const findings = scope.findings.filter(({ measure }) => measure.level === level);
    // A table of nothing but gaps says no more than the sentences above it.
    if (findings.every(({ figure }) => figure === null)) return [];
    return [{ heading: name, blocks: [figureTable(`${name}: every figure`, findings, scope)], isPart: true }];
  });
  const notIn = measures.filter(({ is_in_policy }) => !is_in_policy).length;
  const left = `${counted(notIn, "measure")} of the catalogue ${notIn === 1 ? "is" : "are"} not in this policy, and so not reported.`;
  const none = parts.length === 0 ? [gap("No measure has a figure yet. Each stands here as soon as it has one.")] : [];
  return [{ heading: "Every figure", blocks: [...none, ...(notIn > 0 ? [words(capitalised(left))] : [])] }, ...parts];
}
