/** The three sentences of a paper: what changed, how sure that is, what is missing. */
import { counted, listed, shownYear } from "../format.ts";
import { claimLadder, claimOf } from "../sentences/claims.ts";
import type { Finding } from "../sentences/finding.ts";
import { looksWords } from "../sentences/looks.ts";
import type { Absence } from "../sentences/rules/rule.ts";
import { type Statement, statement } from "../sentences/statement.ts";
import { programmeGaps, storyOf } from "../sentences/story.ts";
import type { Scope } from "./source.ts";

/** How many measures one sentence names. */
const mostNamed = 3;

const named = (findings: readonly Finding[]) => {
  const titles = findings.slice(0, mostNamed).map(({ measure }) => `“${measure.title}”`);
  const more = findings.length - titles.length;
  return listed(more > 0 ? [...titles, `${more} more`] : titles);
};

/** What changed, how sure, what is missing: one sentence each. */
export function threeSentences(scope: Scope): Statement[] {
  const { findings } = scope;
  const known = findings.filter(({ absence, figure }) => absence === null && figure !== null);
  return [changed(known, scope), howSure(known, findings), missing(findings)];
}

function changed(known: readonly Finding[], { findings, place, hrefOf, isRunning, timePeriod }: Scope): Statement {
  const signals = known.filter(({ mark }) => mark === "signal");
  const differing = programmeGaps(findings, place, hrefOf).length;
  const when = isRunning ? "In the last full year" : `In ${shownYear(timePeriod)}`;
  const between = differing === 0 ? "" : `; ${differing} ${differing === 1 ? "differs" : "differ"} between programmes`;
  const sentence =
    known.length === 0
      ? "No figure can be spoken of yet, so nothing can be said to have changed."
      : signals.length === 0
        ? `${when} nothing changed or stood out beyond chance, in ${counted(known.length, "measure")}${between}.`
        : `${when} ${signals.length} of ${counted(known.length, "measure")} changed or stood out beyond chance: ${named(signals)}${between}.`;
  const isSignal = signals.length > 0 || differing > 0;
  const mark = known.length === 0 ? "missing" : isSignal ? "signal" : "none";
  return statement(0, { mark, sentence, details: [], href: null });
}

/** How many findings carry which claim, weakest first. */
function howSure(known: readonly Finding[], all: readonly Finding[]): Statement {
  const ofClaim = (name: string) =>
    known.filter(({ measure, figure }) => claimOf(measure, figure!.claim_grade).name === name).length;
  const counts = claimLadder.map(({ name }) => ({ name, count: ofClaim(name) })).filter(({ count }) => count > 0);
  const words: Record<string, (count: number) => string> = {
    Context: (count) => `${count} ${count === 1 ? "says" : "say"} what is so and nothing about why`,
    Reported: (count) => `${count} ${count === 1 ? "rests" : "rest"} on what people report of themselves`,
    Corroborated: (count) => `${count} on what somebody else saw`,
    Changed: (count) => `${count} on the same thing measured before and after`,
    Compared: (count) => `${count} on others who did not take part`,
    Designed: (count) => `${count} on a study planned for it`,
  };
  const told = counts.map(({ name, count }) => words[name]?.(count) ?? `${count} on an aim alone`);
  const looks = looksWords(all);
  return statement(0, {
    mark: "none",
    sentence:
      known.length === 0
        ? "How sure it is cannot be said before there are figures."
        : `How sure: of ${counted(known.length, "figure")}, ${listed(told)}.`,
    details: looks === null ? [] : [looks],
    href: "/about-figures",
  });
}

const absences: readonly [Absence, (count: number) => string][] = [
  ["no_records", (count) => `${count} ${count === 1 ? "has" : "have"} no records`],
  ["suppressed", (count) => `${count} ${count === 1 ? "is" : "are"} hidden so as not to tell on a few people`],
  ["too_little", (count) => `${count} ${count === 1 ? "rests" : "rest"} on too little data`],
  ["not_available", (count) => `${count} ${count === 1 ? "is" : "are"} not available for the year`],
  ["failed", (count) => `${count} could not be worked out`],
];

/** Why figures are missing among some findings: `3 have no records and 5 are hidden so as not to tell on a few people`. */
export function reasonsOf(findings: readonly Finding[]): string {
  const reasons = absences.flatMap(([reason, say]) => {
    const count = findings.filter(({ absence }) => absence === reason).length;
    return count === 0 ? [] : [say(count)];
  });
  return listed(reasons);
}

/** What is not known, by reason. */
function missing(findings: readonly Finding[]): Statement {
  const absent = findings.filter(({ mark }) => mark === "missing");
  return statement(0, {
    mark: absent.length > 0 ? "missing" : "none",
    sentence:
      absent.length === 0
        ? "Nothing that the policy asks for is missing."
        : `Missing: of ${counted(findings.length, "measure")}, ${reasonsOf(absent)}.`,
    details: absent.length === 0 ? [] : [named(absent)],
    href: null,
  });
}

/** Everything beyond chance, one sentence each: programmes that differ first, then measures. */
export function exceptionsOf({ findings, place, hrefOf }: Scope): Statement[] {
  return [
    ...programmeGaps(findings, place, hrefOf),
    ...storyOf(
      findings.filter(({ mark }) => mark === "signal"),
      hrefOf,
    ),
  ];
}
