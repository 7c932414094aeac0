/** The board paper: two pages for a meeting, with what can be left out for want of room marked by how little it matters. */
import { questionsFor } from "../sentences/questions.ts";
import { list, ranked, statements, words, writtenOr, writtenWords } from "./blocks.ts";
import { budgetStatements } from "./budget.ts";
import { decisionsTable, openDecisions } from "./cycle.ts";
import { chainTable } from "./figure-table.ts";
import { exceptionsOf, threeSentences } from "./in-short.ts";
import { levelsInShort } from "./levels.ts";
import { findingsAt, pictureOf } from "./measure-blocks.ts";
import { futureNeeds } from "./outline.ts";
import type { Block, Paper, Section } from "./paper.ts";
import { paperHead } from "./paper-head.ts";
import { readingNotes } from "./reading-notes.ts";
import { type PaperSource, type Scope, scopeOf } from "./source.ts";
import { endingSoon, subscriptionStatements } from "./subscriptions.ts";

/** How many exceptions always stay; further ones are the first sentences to be left out. */
const exceptionsKept = 3;

/**
 * The board paper of a place. Page one: what is to be decided, three sentences, what stands out; page two: the four levels, how far the
 * evidence goes, what to ask, what comes next. The decision, the three sentences, the first exceptions and the levels are never left out.
 */
export function boardPaper(source: PaperSource): Paper {
  const scope = scopeOf(source);
  const { written, isRecordKnown } = scope;
  const sections: Section[] = [
    {
      heading: "Decision asked",
      blocks: [
        isRecordKnown
          ? writtenOr(written?.decision_asked, "What is to be decided is not written yet.")
          : words("The written words cannot be reached at the moment; the figures stand."),
      ],
    },
    { heading: "In three sentences", blocks: statements(threeSentences(scope)) },
    { heading: "Exceptions", blocks: exceptionBlocks(scope) },
    ...ownWords(scope),
    ...levelSections(scope),
    { heading: "How far the evidence goes", blocks: evidenceBlocks(scope) },
    {
      heading: "What to ask",
      blocks: list(questionsFor(scope.findings, scope.place).map(({ text }) => text)).map((block) =>
        ranked(block, 3, "the questions to ask"),
      ),
    },
    ...aheadSections(scope),
    {
      heading: "How to read this",
      blocks: [ranked(words(readingNotes(scope, scope.findings)[0]!), 2, "how to read it")],
    },
  ];
  return {
    ...paperHead("board_paper", scope),
    sections: sections.filter(({ blocks, heading }) => blocks.length > 0 || heading === levelsHeading),
  };
}

const levelsHeading = "The four levels";

function exceptionBlocks(scope: Scope): Block[] {
  const all = exceptionsOf(scope);
  const isAnyKnown = scope.findings.some(({ absence, figure }) => absence === null && figure !== null);
  if (!isAnyKnown) return [words("No figure can be spoken of yet, so nothing can be said to stand out.")];
  if (all.length === 0) return [words("Nothing lies beyond what chance gives.")];
  const more = all.slice(exceptionsKept);
  return [
    ...statements(all.slice(0, exceptionsKept)),
    ...more.flatMap((one, at) => statements([one]).map((block) => ranked(block, 6 + at, "further exceptions"))),
  ];
}

/** Each level by name under a common heading. A level's second sentence, on what is missing, stays with the first. */
function levelSections(scope: Scope): Section[] {
  const told = new Set(scope.findings.filter(({ mark }) => mark === "signal").map(({ measure }) => measure.id));
  return [
    { heading: levelsHeading, blocks: [] },
    ...levelsInShort(scope, told).map(({ name, statements: said }) => ({
      heading: name,
      blocks: statements(said),
      isPart: true,
    })),
  ];
}

function evidenceBlocks(scope: Scope): Block[] {
  const chain = chainTable(scope);
  // What people do with it months on is what most of a board's questions come back to.
  const picture = pictureOf(scope, findingsAt(scope, "learning")) ?? pictureOf(scope, scope.findings);
  return [
    ...(chain ? [ranked(chain, 4, "how far the evidence goes")] : []),
    ...(picture ? [ranked(picture, 30, `the chart “${picture.title}”`)] : []),
  ];
}

/** What comes next and what is needed, then what earlier meetings decided and what is paid for and ends soon. */
function aheadSections(scope: Scope): Section[] {
  const { open, overdue } = openDecisions(scope);
  const decisions = decisionsTable(scope);
  const soon =
    endingSoon(scope).length > 0 ? subscriptionStatements(scope).filter(({ mark }) => mark === "signal") : [];
  const [need, ...more] = futureNeeds(scope);
  return [
    {
      heading: "What comes next",
      blocks: [
        ranked(writtenOr(scope.written?.forward_plan, "What comes next is not written yet."), 1, "the forward plan"),
      ],
    },
    {
      heading: "Future needs",
      blocks: [
        ranked(need!, 1, "future needs"),
        ...more.map((block) => ranked(block, 20, "needs that nothing answers yet")),
      ],
    },
    {
      heading: "Budget",
      blocks: budgetStatements(scope).map((block) => ranked(block, 5, "the budget and what was spent of it")),
    },
    {
      heading: "Subscriptions",
      blocks: statements(soon).map((block) => ranked(block, 5, "subscriptions that end soon")),
    },
    {
      heading: "Earlier decisions",
      blocks: decisions
        ? [
            ranked(
              words(
                `${open === 0 ? "None" : open} of those taken before ${open === 1 ? "is" : "are"} open, ${overdue === 0 ? "none" : overdue} of them overdue.`,
              ),
              5,
              "how many decisions are open",
            ),
            ranked(decisions, 25, "the table of earlier decisions"),
          ]
        : [],
    },
  ];
}

/** What people wrote under headings of their own. */
function ownWords({ written }: Scope): Section[] {
  return (written?.sections ?? [])
    .filter((section) => section.words.trim() !== "")
    .map((section) => ({
      heading: section.heading,
      blocks: [ranked(writtenWords(section.words.trim()), 2, `what was written under “${section.heading}”`)],
    }));
}
