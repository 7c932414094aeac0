/** What every paper says of itself before its sections. */
import { capitalised, shownYear } from "../format.ts";
import { boardOf } from "./outline.ts";
import type { Paper, PaperKind } from "./paper.ts";
import type { PaperSource } from "./source.ts";

const titles: Record<PaperKind, (year: string) => string> = {
  annual_report: (year) => `Professional development in ${year}: what it changed`,
  board_paper: () => "Professional development: what changed",
  course_report: () => "What those who took part said",
  subscriptions_review: (year) => `Subscriptions and agreements in ${year}: keep, change or stop`,
};

/** A draft without its sections: for whom it is, about which year, and on which release it rests. The title is the agenda's where there is one. */
export function paperHead(
  kind: PaperKind,
  source: Pick<PaperSource, "catalogue" | "place" | "timePeriod" | "written" | "release">,
): Omit<Paper, "sections"> {
  const { catalogue, place, timePeriod, written, release } = source;
  return {
    kind,
    title: written?.title.trim() || titles[kind](shownYear(timePeriod)),
    place: { urn: place.urn, name: place.name },
    courseId: null,
    timePeriod,
    board: capitalised(boardOf(source)),
    meetingOn: written?.meeting_on ?? null,
    presentedByRole: written?.presented_by_role ?? null,
    organisation: catalogue.policy.organisation_name,
    release: { id: release.id, asOf: release.as_of, recordsUpTo: release.records_up_to },
    edition: null,
    leftOut: [],
  };
}
