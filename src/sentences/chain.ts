/** How far the evidence goes: from taking part, through answers, to what is known about pupils. */
import type { Catalogue, Figure, Level } from "../../pipelines/contract.ts";
import { counted, shownCount, shownNumber, shownYear } from "../format.ts";
import { levelName } from "./levels.ts";
import { type Place, totalsOf } from "./place.ts";
import { academicYearOf } from "./years.ts";

/** One link of the chain. */
export interface Link {
  /** The policy's name of the level that this evidence is at. */
  level: string;
  /** How many, or the mark of what is missing; null when there is nothing to count. */
  count: string | null;
  /** What they did: `gave a reaction`. */
  what: string;
  /** What the count is out of, or why there is none. */
  note: string;
  /** Whether the evidence is missing or thin here, so that the link is hatched. */
  isThin: boolean;
  /** The measure that it is counted by; null where nothing counts it. */
  measureId: string | null;
}

/** What a link counts: the measure it is taken from and the words for it. */
interface LinkSource {
  level: Level;
  measureId: string;
  count: (figure: Figure) => number | null;
  what: string;
  note: (figure: Figure) => string;
  absent: string;
}

const outOf = (whole: number | null, words: string) => (whole === null ? "" : `of ${shownCount(whole)} ${words}`);

const sources: readonly LinkSource[] = [
  {
    level: "provision",
    measureId: "participation_coverage",
    count: ({ numerator }) => numerator,
    what: "took part",
    note: ({ denominator }) => outOf(denominator, "staff"),
    absent: "No participations are recorded",
  },
  {
    level: "reactions",
    measureId: "evaluation_response_rate",
    count: ({ numerator }) => numerator,
    what: "reactions came in",
    note: ({ denominator }) => outOf(denominator, "asked for"),
    absent: "No end-of-session evaluations yet",
  },
  {
    level: "learning",
    measureId: "use_in_role",
    count: ({ denominator }) => denominator,
    what: "answers at follow-up",
    note: (figure) => [outOf(figure.invited, "asked some months on"), inUse(figure)].filter(Boolean).join(" · "),
    absent: "No follow-up answers yet",
  },
  {
    level: "learning",
    measureId: "use_seen_by_others",
    count: ({ numerator }) => numerator,
    what: "seen by somebody else",
    note: ({ denominator }) => outOf(denominator, "who answered"),
    absent: "Nobody else has been asked or has looked yet",
  },
];

/** `61% say it is in use`. */
function inUse({ value, denominator }: Figure): string {
  return value === null ? "" : `${shownNumber(value, "percent", denominator)} say it is in use`;
}

/** How far the evidence goes. */
export interface Chain {
  /** `2025/26`. */
  year: string;
  links: Link[];
  /** Where it stops, in one sentence. */
  reach: string;
}

/**
 * The chain of a place for its last full year with participations; null when there is no CPD record at all, which the page says
 * in its own words. The last link is always open: nothing in the record ties a course to what pupils did.
 */
export function chainOf(catalogue: Catalogue, place: Place, asOf: string): Chain | null {
  const current = academicYearOf(asOf);
  const years = sources
    .flatMap(({ measureId }) => totalsOf(place, measureId))
    .filter(({ status, time_period }) => status !== "[x]" && status !== "[z]" && time_period <= current)
    .map(({ time_period }) => time_period);
  if (years.length === 0) return null;
  const year = Math.max(...(years.some((found) => found < current) ? years.filter((found) => found < current) : years));
  const links = [...sources.map((source) => linkOf(catalogue, source, place, year)), pupilsLink(catalogue)];
  return { year: shownYear(year), links, reach: reachOf(links) };
}

function reachOf(links: readonly Link[]): string {
  const last = links.findLastIndex(({ isThin }) => !isThin);
  if (last === -1) return "No part of it can be shown.";
  const next = links[last + 1];
  const before = links.slice(0, last).some(({ isThin }) => isThin) ? ", with a gap before that" : "";
  const after = next ? `; it stops at “${next.what}”` : "";
  return `The evidence reaches as far as “${links[last]!.what}”${before}${after}.`;
}

function linkOf(catalogue: Catalogue, source: LinkSource, place: Place, year: number): Link {
  const level = levelName(catalogue.policy, source.level);
  const { what } = source;
  const measureId = source.measureId;
  const measure = catalogue.measures.find(({ id }) => id === source.measureId);
  if (measure && !measure.is_in_policy)
    return { level, count: null, what, note: "Not in this policy", isThin: true, measureId };
  const figure = totalsOf(place, source.measureId).find(({ time_period }) => time_period === year);
  const count = figure ? source.count(figure) : null;
  if (figure && count !== null) {
    return {
      level,
      count: shownCount(count),
      what,
      note: source.note(figure),
      isThin: figure.status === "[low]",
      measureId,
    };
  }
  if (figure?.status === "[c]") {
    const threshold = counted(catalogue.policy.threshold_signed_in, "person", "people");
    const note = `Hidden: fewer than ${threshold}, or could tell on them`;
    return { level, count: "[c]", what, note, isThin: true, measureId };
  }
  return { level, count: null, what, note: source.absent, isThin: true, measureId: measure ? measureId : null };
}

function pupilsLink({ policy }: Catalogue): Link {
  return {
    level: levelName(policy, "outcomes"),
    count: null,
    what: "linked to pupils",
    note: "No evidence ties a course to pupils yet; published results are context, not proof",
    isThin: true,
    measureId: null,
  };
}
