/** What every form of a paper says around its content, in the same words. */
import { capitalised, listed, shownDate, shownMoment, shownYear } from "../../format.ts";
import type { Mark } from "../../sentences/finding.ts";
import type { Block, Paper, PaperKind } from "../paper.ts";

/** What each kind is called. */
export const kindWords: Record<PaperKind, string> = {
  annual_report: "Annual impact report",
  board_paper: "Board paper",
  course_report: "Course evaluation report",
  subscriptions_review: "Review of subscriptions and agreements",
};

/** What the three marks mean, for those who hear a paper and for those who see it. */
export const markWords: Record<Mark, { spoken: string; legend: string }> = {
  signal: { spoken: "Signal:", legend: "a signal, beyond chance" },
  none: { spoken: "No signal:", legend: "no signal" },
  missing: { spoken: "Not known:", legend: "not known yet" },
};

/** `Edition 3`, or that it is a draft. */
export function editionWords({ edition }: Pick<Paper, "edition">): string {
  return edition ? `Edition ${edition.number}` : "Draft";
}

/** The lines under the title: for whom and when, by whom, and what the figures rest on. */
export function aboutLines(paper: Paper): string[] {
  const { board, meetingOn, presentedByRole, release, edition } = paper;
  return [
    [
      [capitalised(board), meetingOn ? shownDate(meetingOn) : null].filter((part) => part !== null).join(", "),
      presentedByRole ? `presented by: ${presentedByRole}` : null,
      `academic year ${shownYear(paper.timePeriod)}`,
    ],
    [
      `Data as of ${shownDate(release.asOf)}`,
      release.recordsUpTo ? `records up to ${shownMoment(release.recordsUpTo)}` : null,
      edition ? `edition ${edition.number}, made on ${shownDate(edition.madeOn)}` : "draft: changes with the figures",
    ],
  ].map((parts) => parts.filter((part) => part !== null).join(" · "));
}

/** What stands at the foot of every sheet, but the number of the page. */
export function footWords({ place, release }: Paper): string {
  return `${place.name} · data as of ${shownDate(release.asOf)} · release ${release.id}`;
}

/** What a block is called where it was left out. */
export function calledOf(block: Block, heading: string): string {
  if (block.called) return block.called;
  if (block.is === "table") return `the table “${block.caption}”`;
  if (block.is === "picture") return `the chart “${block.title}”`;
  return `a part of “${heading}”`;
}

/** One sentence on what was left out; none where nothing was. */
export function leftOutWords(called: readonly string[]): string[] {
  if (called.length === 0) return [];
  return [`Left out, so that the paper keeps to two pages: ${listed([...new Set(called)])}.`];
}
