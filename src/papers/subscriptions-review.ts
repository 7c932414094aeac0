/** The review of subscriptions and agreements: what each costs, who uses it, and what is recommended upward. */

import { counted } from "../format.ts";
import { storyOf } from "../sentences/story.ts";
import { gap, statements, words, writtenOr, writtenWords } from "./blocks.ts";
import { plainTable, verdictWords } from "./cycle.ts";
import { findingsUnder } from "./measure-blocks.ts";
import type { Block, Paper, Section } from "./paper.ts";
import { paperHead } from "./paper-head.ts";
import { readingNotes } from "./reading-notes.ts";
import { type PaperSource, type Scope, scopeOf } from "./source.ts";
import { endingSoon, reviewed, subscriptionStatements, subscriptionsTable } from "./subscriptions.ts";

/** The review of a place, for its board: in short, what to act on soon, what is recommended, each agreement, and what is known of their worth. */
export function subscriptionsReview(source: PaperSource): Paper {
  const scope = scopeOf(source);
  const all = reviewed(scope);
  const { written, isRecordKnown } = scope;
  const ending = endingSoon(scope);
  // Where all of them end soon, the table of all of them says so, soonest first.
  const soon =
    ending.length === all.length ? null : subscriptionsTable("Notice or end within four months", ending, scope);
  const table = subscriptionsTable("Every subscription and agreement", all, scope);
  const worth = findingsUnder(scope, ["value_for_money"]).filter(({ measure }) => /subscription/.test(measure.id));
  const sections: Section[] = [
    {
      heading: "Decision asked",
      blocks: [
        isRecordKnown
          ? writtenOr(written?.decision_asked, "What is to be decided is not written yet.")
          : words("The written words cannot be reached at the moment; the records stand."),
      ],
    },
    { heading: "In short", blocks: all.length > 0 ? statements(subscriptionStatements(scope)) : [nothing] },
    {
      heading: "Act soon",
      blocks: soon
        ? [soon]
        : ending.length === 0 && all.length > 0
          ? [words("No notice and no end falls within four months.")]
          : [],
    },
    { heading: "Recommended", blocks: recommendations(scope) },
    { heading: "Each of them", blocks: table ? [table, ...benefits(scope)] : [] },
    { heading: "What is known of their worth", blocks: statements(storyOf(worth, scope.hrefOf)) },
    ...(written?.sections ?? []).map(({ heading, words: text }) => ({ heading, blocks: [writtenWords(text)] })),
    { heading: "How to read this", blocks: [words(readingNotes(scope, worth)[0]!)] },
  ];
  return { ...paperHead("subscriptions_review", scope), sections: sections.filter(({ blocks }) => blocks.length > 0) };
}

const nothing = gap(
  "No subscription or agreement is recorded. A CPD administrator enters each in the Studio under Subscriptions, with its cost, its end and who uses it.",
);

/** What has been decided or is asked for, by verdict: stop first, because that is what a board has to hear. */
function recommendations(scope: Scope): Block[] {
  const all = reviewed(scope);
  const undecided = all.filter(({ decision }) => decision === null);
  const rows = (["stop", "change", "keep"] as const).flatMap((verdict) =>
    all
      .filter(({ decision }) => decision === verdict)
      .map(({ title, decision_reason }) => [title, verdictWords[verdict], decision_reason ?? "No reason is recorded."]),
  );
  const table = plainTable("Stop, change and keep, with the reason", ["What", "Verdict", "Why"], rows);
  return [
    ...(table ? [table] : []),
    ...(undecided.length > 0
      ? [
          gap(
            `Nothing is recommended yet for ${counted(undecided.length, "of them", "of them")}. Whoever owns each decides keep, change or stop in the Studio under Subscriptions, with the reason.`,
          ),
        ]
      : []),
  ];
}

/** What each is for, where somebody wrote it down. */
function benefits(scope: Scope): Block[] {
  const table = plainTable(
    "What each is for",
    ["What", "Benefit"],
    reviewed(scope).flatMap(({ title, benefit }) => (benefit ? [[title, benefit]] : [])),
  );
  return table ? [table] : [];
}
