/** How a run of the pipeline ended, in words. */
import type { LastRun } from "../../pipelines/contract.ts";
import { shownMoment } from "../format.ts";

const outcomes: Record<LastRun["outcome"], string> = {
  released: "new figures were published",
  unchanged: "nothing had changed",
  released_with_failures: "new figures were published, though not all is well",
  failed: "no figures were published; those before it still stand",
};

/** `20 November 2026 at 06:00: new figures were published`; with what went wrong, where something did. */
export function runWords({ finished_at, outcome, problem }: LastRun): string {
  const words = `${shownMoment(finished_at)}: ${outcomes[outcome]}.`;
  return problem === null ? words : `${words} ${problem.split("\n").join("; ")}.`;
}
