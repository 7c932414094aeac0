/** What is paid for by the year, and what speaks for keeping, changing or stopping each. */
import type { CycleSlice, CycleSubscription } from "../../pipelines/contract.ts";
import { shownPounds } from "../cycle/money.ts";
import { capitalised, counted, listed, shownCount, shownDate } from "../format.ts";
import { verdicts } from "./cycle-words.ts";
import { type Statement, statement } from "./statement.ts";

/** Notice that is due within so many days is urgent. */
const soonDays = 90;
/** More names than this in one sentence are not listened to. */
const namedAtMost = 4;

/** What to think of doing about one subscription. */
export interface Recommendation {
  /** `stop` first. */
  rank: number;
  words: string;
  why: string;
}

/** One subscription with what is recommended and how long there is. */
export interface SubscriptionLine {
  subscription: CycleSubscription;
  recommendation: Recommendation;
  /** In pounds for each user, of the number to the nearest five; null where that cannot be told. */
  perUser: number | null;
  /** Whether notice is due soon and nothing is decided. */
  isUrgent: boolean;
}

/** What the record says for or against a subscription; a decision that was taken stands. */
export function recommendationOf(subscription: CycleSubscription, threshold: number): Recommendation {
  const { decision, decision_reason, use, rating } = subscription;
  if (decision !== null) {
    const rank = { stop: 1, change: 4, keep: 7 }[decision];
    return {
      rank,
      words: `Decided: ${verdicts[decision].toLowerCase()}`,
      why: decision_reason ?? "No reason was written down",
    };
  }
  if (use === "nobody") return { rank: 0, words: "Consider stopping", why: "Nobody used it in the last twelve months" };
  if (rating === "not_used_again")
    return { rank: 0, words: "Consider stopping", why: "The provider is not to be used again" };
  if (use === "few") return { rank: 2, words: "Ask the few who use it", why: `Fewer than ${threshold} used it` };
  if (rating === "concerns")
    return { rank: 3, words: "Consider changing", why: "There are concerns about the provider" };
  if (use === "unknown") return { rank: 5, words: "Find out who uses it", why: "Nobody has counted its users" };
  return { rank: 6, words: "Ask what came of it", why: "It is used; what came of it is not on record" };
}

/** Every subscription that has not ended, what could stop first, then by the day on which notice is due. */
export function subscriptionLines(cycle: CycleSlice, asOf: string, threshold: number): SubscriptionLine[] {
  return cycle.subscriptions
    .filter(({ ends_on }) => ends_on === null || ends_on >= asOf)
    .map((subscription) => {
      const { annual_cost, users_about, notice_by_on, decision } = subscription;
      return {
        subscription,
        recommendation: recommendationOf(subscription, threshold),
        perUser: annual_cost !== null && users_about ? annual_cost / users_about : null,
        isUrgent:
          decision === null &&
          notice_by_on !== null &&
          notice_by_on >= asOf &&
          daysBetween(asOf, notice_by_on) <= soonDays,
      };
    })
    .sort(
      (one, other) =>
        one.recommendation.rank - other.recommendation.rank ||
        (one.subscription.notice_by_on ?? "9999").localeCompare(other.subscription.notice_by_on ?? "9999") ||
        one.subscription.title.localeCompare(other.subscription.title),
    );
}

function daysBetween(from: string, to: string): number {
  return (Date.parse(to) - Date.parse(from)) / 86_400_000;
}

/** What to say of subscriptions: which could stop, for which notice is due, what they cost; empty where there is none. */
export function subscriptionStory(lines: readonly SubscriptionLine[], href: string): Statement[] {
  if (lines.length === 0) return [];
  const couldStop = lines.filter(({ recommendation }) => recommendation.rank === 0);
  const stopping = lines.filter(({ subscription }) => subscription.decision === "stop");
  const urgent = lines.filter(({ isUrgent }) => isUrgent);
  const cost = lines.reduce((sum, { subscription }) => sum + (subscription.annual_cost ?? 0), 0);
  const uncosted = lines.filter(({ subscription }) => subscription.annual_cost === null).length;
  return [
    ...(couldStop.length > 0 ? [could(couldStop, href)] : []),
    ...(urgent.length > 0 ? [notice(urgent, href)] : []),
    statement(0, {
      mark: "none",
      sentence: `${capitalised(counted(lines.length, "subscription or agreement", "subscriptions and agreements"))} cost ${shownPounds(cost)} a year${couldStop.length === 0 ? "; nothing on record says that one should stop" : ""}.`,
      details: [
        ...(uncosted > 0 ? [`the cost of ${shownCount(uncosted)} is not on record`] : []),
        ...(stopping.length > 0 ? [`decided to stop: ${named(stopping)}`] : []),
      ],
      href,
    }),
  ];
}

function could(lines: readonly SubscriptionLine[], href: string): Statement {
  const cost = lines.reduce((sum, { subscription }) => sum + (subscription.annual_cost ?? 0), 0);
  const sentence = `Consider stopping ${named(lines)}: ${shownPounds(cost)} a year.`;
  const details = lines
    .slice(0, namedAtMost)
    .map(({ subscription, recommendation }) => `${subscription.title}: ${recommendation.why.toLowerCase()}`);
  return statement(0, { mark: "signal", sentence, details, href });
}

function notice(lines: readonly SubscriptionLine[], href: string): Statement {
  const byDay = [...lines].sort((one, other) =>
    one.subscription.notice_by_on!.localeCompare(other.subscription.notice_by_on!),
  );
  const first = byDay[0]!.subscription;
  const sentence = `Notice is due within three months for ${counted(lines.length, "subscription")} that nobody has decided on, the first by ${shownDate(first.notice_by_on!)}: “${first.title}”.`;
  return statement(0, { mark: "signal", sentence, details: [], href });
}

function named(lines: readonly SubscriptionLine[]): string {
  const names = lines.slice(0, namedAtMost).map(({ subscription }) => `“${subscription.title}”`);
  const more = lines.length - names.length;
  return listed([...names, ...(more > 0 ? [counted(more, "other")] : [])]);
}
