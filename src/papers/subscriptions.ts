/** Subscriptions and agreements as papers speak of them: cost, use, rating, renewal, and keep, change or stop. */
import type { CycleSubscription } from "../../pipelines/contract.ts";
import { counted, listed, shownDate, shownNumber } from "../format.ts";
import { type Statement, statement } from "../sentences/statement.ts";
import { plainTable, verdictWords } from "./cycle.ts";
import type { Table } from "./paper.ts";
import type { Scope } from "./source.ts";

/** How long before its end or notice somebody should hear of an agreement. */
const soonDays = 120;
/** How many are named in one sentence. */
const mostNamed = 3;

const kinds = { subscription: "subscription", service_level_agreement: "service agreement", membership: "membership" };
const ratings = { meets: "Meets", concerns: "Concerns", not_used_again: "Not to be used again" };

/**
 * Those that a paper reviews: a place's own, and in a paper for readers who may compare schools all of the trust's and theirs. What ended
 * before the year is left out.
 */
export function reviewed({ cycle, place, comparisons, timePeriod }: Scope): CycleSubscription[] {
  const start = `${Math.floor(timePeriod / 100)}-09-01`;
  return (cycle?.subscriptions ?? [])
    .filter(({ school_urn }) => school_urn === place.urn || (place.urn === null && comparisons !== null))
    .filter(({ ends_on }) => ends_on === null || ends_on >= start)
    .sort((one, other) => (lastDay(one) < lastDay(other) ? -1 : 1));
}

/** The day until which something can be done about it: that of the notice, else its end. */
export function lastDay({ notice_by_on, ends_on }: CycleSubscription): string {
  return notice_by_on ?? ends_on ?? "9999-12-31";
}

/** Those whose notice, or end, comes within four months of the release. */
export function endingSoon(scope: Scope): CycleSubscription[] {
  const today = scope.release.as_of;
  const until = new Date(Date.parse(today) + soonDays * 86_400_000).toISOString().slice(0, 10);
  return reviewed(scope).filter((one) => lastDay(one) >= today && lastDay(one) <= until);
}

/** `About 40`: how many use it, as far as that may leave the log-in. */
function useWords({ use, users_about }: CycleSubscription, { catalogue }: Scope): string {
  if (use === "nobody") return "Nobody";
  if (use === "unknown" || (use === "some" && users_about === null)) return "Not recorded";
  // To the nearest five: two fewer may stand behind it.
  return use === "few" || users_about! - 2 < catalogue.policy.threshold_leaving ? "[c]" : `About ${users_about}`;
}

/** What became of the review: keep, change, stop with its reason, or that it is still to be decided. */
export function verdictOf({ decision, decision_reason }: CycleSubscription): string {
  if (decision === null) return "To be decided";
  return [verdictWords[decision], decision_reason].filter(Boolean).join(": ");
}

const total = (all: readonly CycleSubscription[]) => all.reduce((sum, { annual_cost }) => sum + (annual_cost ?? 0), 0);

/** What they cost, what is unused or still undecided, and what has to be acted on soon: a sentence each. */
export function subscriptionStatements(scope: Scope): Statement[] {
  const all = reviewed(scope);
  if (all.length === 0) return [];
  const unused = all.filter(({ use }) => use === "nobody");
  const unknown = all.filter(({ use }) => use === "unknown");
  const undecided = all.filter(({ decision }) => decision === null);
  const uncosted = all.filter(({ annual_cost }) => annual_cost === null).length;
  const soon = endingSoon(scope);
  const titles = (some: readonly CycleSubscription[]) => listed(some.map(({ title }) => `“${title}”`));
  const none = { details: [], href: null };
  return [
    statement(0, {
      ...none,
      mark: "none",
      sentence: `${shownNumber(total(all), "money")} a year goes to ${counted(all.length, "subscription or agreement", "subscriptions and agreements")}${uncosted > 0 ? `, as far as is recorded: the cost of ${uncosted} is not` : ""}.`,
    }),
    ...(unused.length > 0
      ? [
          statement(0, {
            ...none,
            mark: "signal",
            sentence: `Nobody uses ${titles(unused)}, ${unused.length === 1 ? "which costs" : "which cost"} ${shownNumber(total(unused), "money")} a year.`,
          }),
        ]
      : []),
    ...soonStatements(soon),
    ...(undecided.length > 0
      ? [
          statement(0, {
            ...none,
            mark: "missing",
            sentence: `Keep, change or stop is not decided yet for ${counted(undecided.length, "of them", "of them")}${unknown.length > 0 ? `; how much it is used is not recorded for ${unknown.length}` : ""}.`,
          }),
        ]
      : []),
  ];
}

/** One sentence for each day on which something falls due, at most three days; those that are not decided are named first. */
function soonStatements(soon: readonly CycleSubscription[]): Statement[] {
  const days = [...new Set(soon.map(lastDay))].slice(0, 3);
  return days.map((day) => {
    const due = soon.filter((one) => lastDay(one) === day);
    const inOrder = [
      ...due.filter(({ decision }) => decision === null),
      ...due.filter(({ decision }) => decision !== null),
    ];
    const named = inOrder.slice(0, mostNamed).map(({ title }) => `“${title}”`);
    const more = due.length - named.length;
    const undecided = due.filter(({ decision }) => decision === null).length;
    const rest = undecided === 0 ? "all are decided" : `${undecided} still to be decided`;
    return statement(0, {
      mark: undecided > 0 ? "signal" : "none",
      sentence: `By ${shownDate(day)} somebody has to act on ${counted(due.length, "agreement")}, ${rest}: ${listed(more > 0 ? [...named, `${more} more`] : named)}.`,
      details: [],
      href: null,
    });
  });
}

/** Each with its cost, use, rating, the day by which to act, and what was decided; null without any. */
export function subscriptionsTable(caption: string, all: readonly CycleSubscription[], scope: Scope): Table | null {
  const names = new Map(scope.schools.map(({ urn, name }) => [urn, name]));
  const whose = ({ school_urn }: CycleSubscription) =>
    scope.place.urn === null && school_urn !== null ? `, ${names.get(school_urn) ?? school_urn}` : "";
  const rows = all.map((one) => [
    `${one.title} (${kinds[one.kind]}${whose(one)})`,
    one.annual_cost === null ? "Not recorded" : shownNumber(one.annual_cost, "money"),
    useWords(one, scope),
    one.rating === null ? "Not checked" : ratings[one.rating],
    lastDay(one) === "9999-12-31" ? "–" : `${one.notice_by_on ? "Notice by" : "Ends"} ${shownDate(lastDay(one))}`,
    verdictOf(one),
  ]);
  const isHidden = rows.some((row) => row[2] === "[c]");
  return plainTable(caption, ["What", "Cost a year", "Users", "Provider", "Act by", "Keep, change or stop"], rows, [
    ...(rows.some((row) => row[2]!.startsWith("About")) ? ["Users are counted to the nearest five."] : []),
    ...(isHidden ? ["[c] Hidden, because so few use it that it could tell on them."] : []),
  ]);
}
