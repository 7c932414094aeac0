/** What was offered in a year, in sentences: which priorities got something, how much was sustained, what it cost, how it was chosen. */
import { type CycleSlice, cpdStrands, sourcingWaves } from "../../pipelines/contract.ts";
import { shownPounds, spentOf } from "../cycle/money.ts";
import { addedUp, type PriorityLine, priorityLines, sumOf } from "../cycle/thread.ts";
import { capitalised, counted, listed, shownCount, shownYear } from "../format.ts";
import type { Addresses } from "./addresses.ts";
import { wordsOf } from "./cycle-words.ts";
import { type Statement, statement } from "./statement.ts";

/** More names than this in one sentence are not listened to. */
const namedAtMost = 4;

const quoted = (titles: readonly string[]) => listed(titles.map((title) => `“${title}”`));
const shareOf = (part: number, whole: number) => `${shownCount(part)} of ${shownCount(whole)}`;

/** Everything a page on provision says aloud, exceptions first; empty while nothing is on record for the year. */
export function provisionStory(
  cycle: CycleSlice,
  { year, isSchool }: { year: number; isSchool: boolean },
  addresses: Addresses,
): Statement[] {
  const scope = scopeWords(isSchool);
  const rows = cycle.activities.filter(({ time_period }) => time_period === year);
  const held = sumOf(rows, "held");
  const lines = priorityLines(cycle, year);
  if (held === 0 && lines.length === 0) return [];
  const told = [
    coverage(lines, { year, scope }, addresses.page("/provision#priorities")),
    sustainedStatement(cycle, { year, isSchool }, addresses.page("/provision#programmes")),
    money(cycle, { year, isSchool }, addresses.page("/value")),
    criteria(cycle, year, addresses.page("/provision#criteria")),
    held === 0 ? null : mix(cycle, year, addresses.page("/provision#mix")),
    unlinked(cycle, year),
  ].filter((one) => one !== null);
  const order = { signal: 0, missing: 1, none: 2 };
  return told.sort((one, other) => order[one.mark] - order[other.mark]);
}

/** Which year is told of, and, of a school, where activities count from. */
interface Told {
  year: number;
  scope: string;
}

/** Which priorities in force in a year got CPD time; null where none is in force. */
export function prioritiesStatement(
  cycle: CycleSlice,
  { year, isSchool }: { year: number; isSchool: boolean },
  href: string,
): Statement | null {
  return coverage(priorityLines(cycle, year), { year, scope: scopeWords(isSchool) }, href);
}

/** How much of a year's activities was part of something sustained; null where none was held. */
export function sustainedStatement(
  cycle: CycleSlice,
  { year, isSchool }: { year: number; isSchool: boolean },
  href: string,
): Statement | null {
  const rows = cycle.activities.filter(({ time_period }) => time_period === year);
  const held = sumOf(rows, "held");
  return held === 0 ? null : sustained(sumOf(rows, "sustained"), held, { year, scope: scopeWords(isSchool) }, href);
}

const scopeWords = (isSchool: boolean) => (isSchool ? ", here or for all together" : "");

function coverage(lines: readonly PriorityLine[], { year, scope }: Told, href: string): Statement | null {
  if (lines.length === 0) return null;
  const without = lines.filter(({ held }) => held === 0);
  const planned = without.filter(({ ahead }) => ahead > 0).length;
  const details = [
    `${counted(lines.length, "priority")} in force`,
    ...(planned > 0 ? [`${counted(planned, "of these", "of these")} planned for later in the year`] : []),
  ];
  if (without.length === 0) {
    const sentence = `Every priority got CPD time in ${shownYear(year)}${scope}.`;
    return statement(0, { mark: "none", sentence, details, href });
  }
  const names = without.slice(0, namedAtMost).map(({ priority }) => priority.title);
  const more = without.length > namedAtMost ? `, among them ${quoted(names)}` : `: ${quoted(names)}`;
  const sentence = `${capitalised(counted(without.length, "priority"))} of ${lines.length} got no CPD time in ${shownYear(year)}${scope}${more}.`;
  return statement(0, { mark: "signal", sentence, details, href });
}

function sustained(part: number, held: number, { year, scope }: Told, href: string): Statement {
  const sentence = `${shareOf(part, held)} activities in ${shownYear(year)}${scope && `${scope},`} were part of something sustained; the rest were one-off.`;
  const details = ["sustained: at least two activities, or one course, over 90 days or more"];
  return statement(0, { mark: "none", sentence, details, href });
}

function money(cycle: CycleSlice, { year, isSchool }: { year: number; isSchool: boolean }, href: string): Statement {
  const costs = cycle.costs.filter(({ time_period }) => time_period === year);
  const spent = spentOf(costs);
  if (spent.amount === null) {
    const sentence = spent.hides
      ? `What was spent in ${shownYear(year)} is hidden, because it was spent on a few people.`
      : `No cost is on record for ${shownYear(year)}, so nothing can be said of value for money.`;
    return statement(0, { mark: "missing", sentence, details: [], href });
  }
  const largest = cycle.programmes
    .map(({ id, title }) => ({ title, ...spentOf(costs.filter(({ programme_id }) => programme_id === id)) }))
    .sort((one, other) => (other.amount ?? 0) - (one.amount ?? 0))[0];
  const most = largest?.amount ? `, ${shownPounds(largest.amount)} of it for “${largest.title}”` : "";
  const sentence = `${shownPounds(spent.amount)} is on record as spent in ${shownYear(year)}${most}.`;
  const details = [
    "fees, travel, venues, resources, cover and staff time, as far as they are recorded",
    ...(spent.hides ? ["a part is hidden: it was spent on a few people"] : []),
    ...(isSchool ? ["out of its own budget and that of the whole; what others paid is not in it"] : []),
  ];
  return statement(0, { mark: "none", sentence, details, href });
}

function criteria(cycle: CycleSlice, year: number, href: string): Statement | null {
  if (cycle.criteria.length === 0) return null;
  const rows = cycle.activities.filter(({ time_period }) => time_period === year);
  const asked = rows.reduce((sum, row) => sum + row.criteria_asked, 0);
  if (asked === 0) return null;
  const met = rows.reduce((sum, row) => sum + row.criteria_met, 0);
  const details =
    cycle.criteria_mode === "gate" ? ["the policy lets an activity go ahead only if it meets them all"] : [];
  if (met === asked) {
    const sentence = `Every activity of ${shownYear(year)} met all of the policy’s criteria.`;
    return statement(0, { mark: "none", sentence, details, href });
  }
  const counts = new Map(addedUp(rows.map(({ by_criterion }) => by_criterion)).map(({ key, count }) => [key, count]));
  const least = cycle.criteria
    .map(({ key, label }) => ({ label, count: counts.get(key) ?? 0 }))
    .sort((one, other) => one.count - other.count)[0]!;
  const sentence = `${shareOf(met, asked)} activities met all of the policy’s criteria; least often met: “${least.label}” (${shareOf(least.count, asked)}).`;
  const mark = cycle.criteria_mode === "gate" ? "signal" : "none";
  return statement(0, { mark, sentence, details, href });
}

function mix(cycle: CycleSlice, year: number, href: string): Statement | null {
  const rows = cycle.activities.filter(({ time_period }) => time_period === year);
  const strands = strandTitle(rows);
  if (strands === null) return null;
  const sources = addedUp(rows.map(({ by_sourcing }) => by_sourcing));
  const [nearest] = sources;
  const whole = sources.reduce((sum, { count }) => sum + count, 0);
  const source = nearest
    ? ` Most came from: ${wordsOf(sourcingWaves, nearest.key).toLowerCase()} (${shareOf(nearest.count, whole)}).`
    : "";
  return statement(0, { mark: "none", sentence: `${strands}.${source}`, details: ["no mix is the right one"], href });
}

/** `Most CPD was formal learning: 60 of 140 activities`; null where nothing has a strand. */
export function strandTitle(rows: CycleSlice["activities"]): string | null {
  const strands = addedUp(rows.map(({ by_strand }) => by_strand));
  const [first] = strands;
  if (!first) return null;
  const whole = strands.reduce((sum, { count }) => sum + count, 0);
  const words = first.count * 2 > whole ? "Most CPD was" : "More CPD than of any other strand was";
  return `${words} ${wordsOf(cpdStrands, first.key).toLowerCase()}: ${shareOf(first.count, whole)} activities`;
}

function unlinked(cycle: CycleSlice, year: number): Statement | null {
  const loose = sumOf(
    cycle.activities.filter(({ time_period, priority_id }) => time_period === year && priority_id === null),
    "held",
  );
  if (loose === 0) return null;
  const sentence = `${capitalised(counted(loose, "activity"))} of ${shownYear(year)} ${loose === 1 ? "names" : "name"} no priority, so nobody can tell what ${loose === 1 ? "it was" : "they were"} for.`;
  const details = ["a CPD administrator can name it in the Studio"];
  return statement(0, { mark: "missing", sentence, details, href: null });
}
