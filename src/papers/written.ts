/** What people write for a paper, and what its meeting decided; figures and the sentences about them write themselves. */
import type { PaperKind } from "./paper.ts";

/** Something that a meeting decided. */
export interface Decision {
  decision: string;
  owner_role: string | null;
  due_on: string | null;
  done_on: string | null;
}

/** A paper or a board item as the record holds it. */
export interface Written {
  id: string;
  title: string;
  kind: PaperKind | "minute";
  /** Null: the trust. */
  school_urn: string | null;
  time_period: number | null;
  meeting_on: string | null;
  presented_by_role: string | null;
  decision_asked: string | null;
  sections: { heading: string; words: string }[];
  forward_plan: string | null;
  future_needs: string | null;
  lead_role_evaluation: string | null;
  lead_role_evaluated_by: string | null;
  decisions: Decision[];
}

/** A heading as it is compared: without case, marks and the difference of `&` and `and`. */
export function plainHeading(heading: string): string {
  return heading
    .toLowerCase()
    .replaceAll("&", " and ")
    .replace(/[’']/g, "")
    .replace(/[^a-z0-9]+/g, " ")
    .trim();
}

/** What somebody wrote under a heading, each text by itself; none where nobody did. */
export function wordsUnder(written: Written | null, heading: string): string[] {
  return (written?.sections ?? [])
    .filter((section) => plainHeading(section.heading) === plainHeading(heading))
    .map(({ words }) => words.trim())
    .filter(Boolean);
}

/** Which paper of a place is asked for. */
export interface WrittenQuestion {
  kind: PaperKind;
  urn: string | null;
  timePeriod: number;
  /** The day of its meeting, where a year has several. */
  meetingOn?: string | null | undefined;
}

/**
 * The words for a paper: of the meeting that is asked for where there is one, else of the next one of that kind, place and year from today on, else of the
 * last; null where nobody has begun to write.
 *
 * @param today - an ISO date
 */
export function writtenFor(
  all: readonly Written[],
  { kind, urn, timePeriod, meetingOn }: WrittenQuestion,
  today: string,
): Written | null {
  const found = all
    .filter((one) => one.kind === kind && one.school_urn === urn && one.time_period === timePeriod)
    .sort((one, other) => ((one.meeting_on ?? "") < (other.meeting_on ?? "") ? -1 : 1));
  const next = found.find(({ meeting_on }) => meeting_on !== null && meeting_on >= today);
  return (
    found.find(({ meeting_on }) => meeting_on !== null && meeting_on === meetingOn) ?? next ?? found.at(-1) ?? null
  );
}
