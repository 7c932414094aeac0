/** From what is known of a place to a whole paper, whatever its kind. */
import { annualReport } from "./annual-report.ts";
import { boardPaper } from "./board-paper.ts";
import type { Paper, PaperKind } from "./paper.ts";
import type { PaperSource } from "./source.ts";
import { subscriptionsReview } from "./subscriptions-review.ts";

export { annualReport } from "./annual-report.ts";
export { boardPaper } from "./board-paper.ts";
export { type CourseSource, courseReport } from "./course-report.ts";
export { subscriptionsReview } from "./subscriptions-review.ts";

/** The kinds that are made for a place and a year; a course report is made of a course. */
export type PlacePaperKind = Exclude<PaperKind, "course_report">;

const composers: Record<PlacePaperKind, (source: PaperSource) => Paper> = {
  annual_report: annualReport,
  board_paper: boardPaper,
  subscriptions_review: subscriptionsReview,
};

/** The paper of a kind; a draft, which changes with the figures. */
export function composePaper(kind: PlacePaperKind, source: PaperSource): Paper {
  return composers[kind](source);
}
