/** How needs were found, whose voice is missing and which are still to be met, in sentences. */
import {
  type CycleNeed,
  type CycleSlice,
  needSources,
  type PolicyWords,
  toldSources,
} from "../../pipelines/contract.ts";
import { isOpen } from "../cycle/thread.ts";
import { capitalised, counted, listed, shownCount, shownYear } from "../format.ts";
import type { Addresses } from "./addresses.ts";
import { wordsOf } from "./cycle-words.ts";
import type { Place } from "./place.ts";
import { type Statement, statement } from "./statement.ts";

/** More names than this in one sentence are not listened to. */
const namedAtMost = 5;

/** How a list of needs came about: who was heard, and who was not. */
export interface Voices {
  found: CycleNeed[];
  /** The sources that brought a need, and those that brought none, in the order of the audit. */
  sources: string[];
  silentSources: string[];
  /** The labels of staff groups that no need names; needs of everybody name none. A group without anybody in it has no voice to miss. */
  silentGroups: string[];
}

/**
 * The labels of the staff groups that a place had staff in, by the year's published figures, hidden ones among them; null where no
 * figure is divided by group.
 */
export function groupsWithStaff({ figures, urn }: Pick<Place, "figures" | "urn">, year: number): Set<string> | null {
  const divided = figures.filter(
    ({ breakdown, school_urn, time_period, status }) =>
      breakdown === "staff_group" && school_urn === urn && time_period === year && status !== "[z]",
  );
  return divided.length > 0 ? new Set(divided.map(({ category }) => category)) : null;
}

/**
 * Who was heard in a year.
 *
 * @param withStaff - the labels of groups with somebody in them; null where that is not known: then every group of the policy counts
 */
export function voicesOf(
  cycle: CycleSlice,
  policy: Pick<PolicyWords, "staff_groups">,
  year: number,
  withStaff: ReadonlySet<string> | null = null,
): Voices {
  const found = cycle.needs.filter(({ time_period }) => time_period === year);
  const known = Object.keys(needSources);
  const named = new Set(found.map(({ staff_group }) => staff_group));
  return {
    found,
    sources: known.filter((source) => found.some((need) => need.source === source)),
    silentSources: known.filter((source) => !found.some((need) => need.source === source)),
    silentGroups: policy.staff_groups
      .filter(({ key, label }) => !named.has(key) && (withStaff?.has(label) ?? true))
      .map(({ label }) => label),
  };
}

/** Needs that are still to be met and that no programme answers, the oldest first; then those that one does. */
export function openNeeds(cycle: CycleSlice, year: number): { unmet: CycleNeed[]; underWay: CycleNeed[] } {
  const open = cycle.needs
    .filter((need) => isOpen(need) && need.time_period <= year)
    .sort((one, other) => ((one.identified_on ?? "") < (other.identified_on ?? "") ? -1 : 1));
  return {
    unmet: open.filter(({ programme_id }) => programme_id === null),
    underWay: open.filter(({ programme_id }) => programme_id !== null),
  };
}

/**
 * What a page on needs says aloud, exceptions first; empty while no need is on record.
 *
 * @param latest - the year up to which needs are looked at: the running one, unless an earlier one was chosen
 * @param withStaff - as `voicesOf` takes it
 */
export function needsStory(
  cycle: CycleSlice,
  policy: Pick<PolicyWords, "staff_groups" | "lead_role_term">,
  { year, latest, withStaff }: { year: number; latest: number; withStaff?: ReadonlySet<string> | null },
  addresses: Addresses,
): Statement[] {
  if (cycle.needs.length === 0) return [];
  const voices = voicesOf(cycle, policy, year, withStaff);
  const { unmet, underWay } = openNeeds(cycle, latest);
  return [
    waiting(unmet, underWay),
    ...(voices.found.length > 0 ? [...missingVoices(voices, year), heard(voices, year)] : [nothingFound(policy, year)]),
    ...loose(unmet, underWay, addresses),
  ];
}

function waiting(unmet: readonly CycleNeed[], underWay: readonly CycleNeed[]): Statement {
  const answered = underWay.length > 0 ? `; a programme answers ${counted(underWay.length, "other")}` : "";
  if (unmet.length === 0) {
    const sentence =
      underWay.length > 0
        ? `A programme answers every need that is still to be met: ${shownCount(underWay.length)}.`
        : "Every need on record is met or closed.";
    return statement(0, { mark: "none", sentence, details: [], href: "#unmet" });
  }
  const sentence = `${capitalised(counted(unmet.length, "need"))} ${unmet.length === 1 ? "has" : "have"} no programme yet${answered}.`;
  const oldest = unmet[0]!;
  const details = [`the oldest: “${oldest.title}”, found in ${shownYear(oldest.time_period)}`];
  return statement(0, { mark: "signal", sentence, details, href: "#unmet" });
}

/** Whose voice is missing: people themselves, or groups of staff. */
function missingVoices({ found, silentSources, silentGroups }: Voices, year: number): Statement[] {
  const told = found.filter(({ source }) => source !== null && toldSources.includes(source)).length;
  const silentTold = silentSources.filter((source) => toldSources.includes(source));
  const own =
    told === 0
      ? `No need of ${shownYear(year)} came from people themselves: all came from reviews, inspections, data or plans.`
      : `${shownCount(told)} of ${shownCount(found.length)} needs of ${shownYear(year)} came from people themselves; the rest from reviews, inspections, data and plans.`;
  const ownDetails =
    silentTold.length > 0
      ? [`none from: ${listed(silentTold.map((key) => wordsOf(needSources, key).toLowerCase()))}`]
      : [];
  const groups = silentGroups.slice(0, namedAtMost);
  const more = silentGroups.length - groups.length;
  return [
    statement(0, { mark: told === 0 ? "signal" : "none", sentence: own, details: ownDetails, href: "#sources" }),
    ...(groups.length > 0
      ? [
          statement(0, {
            mark: "missing",
            sentence: `Not named in any need of ${shownYear(year)}: ${listed([...groups.map((label) => label.toLowerCase()), ...(more > 0 ? [counted(more, "other group")] : [])])}.`,
            details: ["a need of everybody names no group"],
            href: "#sources",
          }),
        ]
      : []),
  ];
}

function heard({ found, sources }: Voices, year: number): Statement {
  const known = Object.keys(needSources).length;
  const sentence = `${capitalised(counted(found.length, "need"))} ${found.length === 1 ? "was" : "were"} found in ${shownYear(year)}, from ${shownCount(sources.length)} of ${known} sources.`;
  return statement(0, {
    mark: "none",
    sentence,
    details: ["needs of one person, or of a very small group, are not listed"],
    href: "#sources",
  });
}

function nothingFound({ lead_role_term }: Pick<PolicyWords, "lead_role_term">, year: number): Statement {
  const sentence = `No need was written down in ${shownYear(year)}, so it cannot be told what CPD was to answer.`;
  return statement(0, {
    mark: "missing",
    sentence,
    details: [`the ${lead_role_term} writes them down with an administrator`],
    href: null,
  });
}

/** Needs that nobody has linked to a priority. */
function loose(unmet: readonly CycleNeed[], underWay: readonly CycleNeed[], addresses: Addresses): Statement[] {
  const count = [...unmet, ...underWay].filter(({ priority_id }) => priority_id === null).length;
  if (count === 0) return [];
  const sentence = `${capitalised(counted(count, "open need"))} ${count === 1 ? "belongs" : "belong"} to no priority.`;
  return [statement(0, { mark: "missing", sentence, details: [], href: addresses.page("/provision#priorities") })];
}
