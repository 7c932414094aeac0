/** The three sentences of a paper: what changed, how sure that is, what is missing. */
import { counted, listed, shownYear } from "../format.ts";
import { missingGroups, missingWords, signalsOf, surenessOf } from "../sentences/brief.ts";
import type { Finding } from "../sentences/finding.ts";
import { looksWords } from "../sentences/looks.ts";
import { type Statement, statement } from "../sentences/statement.ts";
import { programmeGaps } from "../sentences/story.ts";
import type { Scope } from "./source.ts";

/** How many measures one sentence names. */
const mostNamed = 3;

/** Measures by title, the first few and how many more: `“Use in the role” and 3 more`. */
export function namedMeasures(findings: readonly Finding[]): string {
  const titles = findings.slice(0, mostNamed).map(({ measure }) => `“${measure.title}”`);
  const more = findings.length - titles.length;
  return listed(more > 0 ? [...titles, `${more} more`] : titles);
}

/** What changed, how sure, what is missing: one sentence each. */
export function threeSentences(scope: Scope): Statement[] {
  const { findings } = scope;
  const known = findings.filter(({ absence, figure }) => absence === null && figure !== null);
  return [changed(known, scope), howSure(findings), missing(findings)];
}

function changed(known: readonly Finding[], scope: Scope): Statement {
  const { findings, place, hrefOf, isRunning, timePeriod } = scope;
  const signals = known.filter(({ mark }) => mark === "signal");
  const differing = programmeGaps(findings, place, hrefOf).length;
  const when = isRunning ? "In the last full year" : `In ${shownYear(timePeriod)}`;
  const between = differing === 0 ? "" : `; ${differing} ${differing === 1 ? "differs" : "differ"} between programmes`;
  const sentence =
    known.length === 0
      ? "No figure can be spoken of yet, so nothing can be said to have changed."
      : signals.length === 0
        ? `${when} nothing changed or stood out beyond chance, in ${counted(known.length, "measure")}${between}.`
        : `${when}, ${signals.length} of ${counted(known.length, "measure")} changed or stood out beyond chance: ${namedMeasures(signals)}${between}.`;
  const isSignal = signals.length > 0 || differing > 0;
  const mark = known.length === 0 ? "missing" : isSignal ? "signal" : "none";
  return statement(0, { mark, sentence, details: [], href: null });
}

/** How many findings carry which claim, and how many comparisons were made. */
function howSure(findings: readonly Finding[]): Statement {
  const sureness = surenessOf(findings);
  const looks = looksWords(findings);
  return statement(0, {
    mark: "none",
    sentence: sureness ?? "How sure it is cannot be said before there are figures.",
    details: looks === null ? [] : [looks],
    href: "/about-figures",
  });
}

/** What is not known, by reason, and the first of what that is. */
function missing(findings: readonly Finding[]): Statement {
  const sentence = missingWords(findings);
  const absent = missingGroups(findings).flatMap((group) => group.findings);
  return statement(0, {
    mark: sentence === null ? "none" : "missing",
    sentence: sentence ?? "Nothing that the policy asks for is missing.",
    details: absent.length === 0 ? [] : [namedMeasures(absent)],
    href: null,
  });
}

/** Everything beyond chance, one sentence each: programmes that differ first, then measures. */
export function exceptionsOf({ findings, place, hrefOf }: Scope): Statement[] {
  return [...programmeGaps(findings, place, hrefOf), ...signalsOf(findings, (id) => hrefOf({ id }))];
}
