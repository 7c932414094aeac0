/** What a training agreement asks back of somebody who leaves. Arithmetic, and the assumptions that it rests on; HR decides. */

/** One line of a repayment scale: the share due in a year, counted from 1. */
export interface ScheduleLine {
  year: number;
  /** Between 0 and 1. */
  share: number;
}

/** An agreement, as far as what is due rests on it. Days are ISO dates, amounts are in pounds. */
export interface Agreement {
  state: "draft" | "signed" | "ended" | "repaid" | "waived";
  signed_on: string | null;
  course_starts_on: string | null;
  course_ends_on: string | null;
  awarded_on: string | null;
  counts_from: "course_start" | "course_end" | "award";
  part_years: "whole" | "by_month";
  fees: number | null;
  cover: number | null;
  expenses: number | null;
  is_publicly_funded: boolean;
  is_mandatory: boolean;
  /** Empty: the policy's own. */
  schedule: readonly ScheduleLine[];
  /** Keys of reasons that excuse. */
  exclusions: readonly string[];
}

/** What is due on a leaving day. */
export interface Repayment {
  /** In pounds, to the penny; null where nothing can be worked out or relied on. */
  amount: number | null;
  /** The cost that the share is of, in pounds. */
  eligible: number;
  share: number | null;
  /** The year of the scale that the leaving day is in; null before it starts, and after its end. */
  year: number | null;
  /** The day from which years are counted. */
  counts_from_on: string | null;
  /** What came of it and everything that was assumed, in whole sentences. */
  assumptions: string[];
  /** What HR must look at first, in whole sentences. */
  cautions: string[];
}

const startNames = {
  course_start: "first day of the course",
  course_end: "last day of the course",
  award: "day of the award",
};

/**
 * The repayment due when somebody leaves: eligible cost × the share of the year in which they leave. With `by_month` the share goes
 * down month by month from one year's to the next year's, and from the last year's to nothing.
 *
 * Years run from one anniversary to the day before the next: who leaves on the first anniversary leaves in year 2. Without a 29 February the
 * anniversary is 1 March.
 *
 * @param leavingOn - the last day of employment, an ISO date
 * @param policySchedule - the policy's scale, for an agreement without its own
 */
export function repaymentDue(
  agreement: Agreement,
  leavingOn: string,
  policySchedule: readonly ScheduleLine[],
): Repayment {
  const schedule = [...(agreement.schedule.length > 0 ? agreement.schedule : policySchedule)].sort(
    (one, other) => one.year - other.year,
  );
  const parts = [agreement.fees, agreement.cover, agreement.expenses].map((amount) => pence(amount ?? 0));
  const eligible = parts.reduce((sum, part) => sum + part, 0);
  const from = startOf(agreement);
  const answer = (amount: number | null, why: string, more: Partial<Repayment> = {}): Repayment => ({
    amount: amount === null ? null : amount / 100,
    eligible: eligible / 100,
    share: null,
    year: null,
    counts_from_on: from,
    ...more,
    assumptions: [why, ...assumptionsOf(agreement, schedule)],
    cautions: cautionsOf(agreement, schedule),
  });

  if (agreement.is_publicly_funded)
    return answer(0, "Nothing is due: what the levy or the DfE paid for cannot be asked back.");
  if (agreement.exclusions.length > 0) return answer(0, "Nothing is due: a reason that the agreement excuses applies.");
  if (agreement.state === "waived" || agreement.state === "ended")
    return answer(0, "Nothing is due: the agreement is over.");
  if (agreement.state === "draft" || agreement.signed_on === null) {
    return answer(null, "Nothing can be relied on: the agreement is not signed.");
  }
  if (agreement.course_starts_on !== null && agreement.signed_on > agreement.course_starts_on) {
    return answer(null, "Nothing can be relied on: it was signed after the course had started.");
  }
  if (schedule.length === 0)
    return answer(null, "Nothing can be worked out: neither the agreement nor the policy has a scale.");
  if (from === null)
    return answer(null, `Nothing can be worked out: the ${startNames[agreement.counts_from]} is not recorded.`);
  if (leavingOn < from) {
    const whole = schedule[0]!.share;
    const why = `They leave before the ${startNames[agreement.counts_from]}, from which years are counted; the share of the first year is taken, which the agreement may see otherwise.`;
    return answer(round(eligible * whole), why, { share: whole });
  }
  const months = monthsBetween(from, leavingOn);
  const year = Math.floor(months / 12) + 1;
  const last = schedule.at(-1)!.year;
  if (year > last)
    return answer(0, `Nothing is due: they leave after the ${last} ${last === 1 ? "year" : "years"} of the scale.`);
  const shareIn = (one: number) => schedule.find((line) => line.year === one)?.share ?? 0;
  const part = agreement.part_years === "by_month" ? (months % 12) / 12 : 0;
  const share = shareIn(year) - (shareIn(year) - shareIn(year + 1)) * part;
  return answer(round(eligible * share), `They leave in year ${year} of the scale.`, { share, year });
}

function startOf(agreement: Agreement): string | null {
  if (agreement.counts_from === "course_start") return agreement.course_starts_on;
  return agreement.counts_from === "award" ? agreement.awarded_on : agreement.course_ends_on;
}

function assumptionsOf(agreement: Agreement, schedule: readonly ScheduleLine[]): string[] {
  return [
    `Years are counted from the ${startNames[agreement.counts_from]}; on an anniversary the next year has begun.`,
    agreement.part_years === "whole"
      ? "A year that has begun counts whole."
      : "Within a year the share goes down with each full month, towards the next year’s and in the last year towards nothing.",
    agreement.schedule.length > 0
      ? "The scale is the agreement’s own."
      : "The scale is the policy’s: the agreement states none.",
    ...(schedule.length > 0 ? [`After year ${schedule.at(-1)!.year} nothing is due.`] : []),
    "The cost is what the record holds for fees, supply cover and expenses that the employer paid.",
  ];
}

/** The legal caution that every scale needs, and those of this agreement. */
function cautionsOf(agreement: Agreement, schedule: readonly ScheduleLine[]): string[] {
  const years = schedule.at(-1)?.year ?? 0;
  return [
    ...(years > 2
      ? [
          `HR to confirm: a scale of ${years} years is unusual; one or two are typical, and more than the real loss may be a penalty.`,
        ]
      : []),
    ...(agreement.is_mandatory
      ? ["Ask HR first: the post demands this training, and asking for it back can break the minimum wage."]
      : []),
    "Money may be taken from pay only with the person’s written agreement from before, and never what public money or the levy paid for.",
  ];
}

/** The day on which the last year of an agreement's scale is over, an ISO date; null where that cannot be known. */
export function endOfScale(agreement: Agreement, policySchedule: readonly ScheduleLine[]): string | null {
  const schedule = agreement.schedule.length > 0 ? agreement.schedule : policySchedule;
  const from = startOf(agreement);
  if (from === null || schedule.length === 0) return null;
  const [year, month, day] = from.split("-").map(Number) as [number, number, number];
  const years = Math.max(...schedule.map((line) => line.year));
  return new Date(Date.UTC(year + years, month - 1, day)).toISOString().slice(0, 10);
}

/** Full months from one day to another; the day that a month lacks is the first of the next. */
function monthsBetween(from: string, to: string): number {
  const [fromYear, fromMonth, fromDay] = from.split("-").map(Number) as [number, number, number];
  const [toYear, toMonth, toDay] = to.split("-").map(Number) as [number, number, number];
  const months = (toYear - fromYear) * 12 + (toMonth - fromMonth);
  return toDay < fromDay ? months - 1 : months;
}

function pence(pounds: number): number {
  return Math.round(pounds * 100);
}

/** Half a penny is rounded down, in favour of who pays. */
function round(amount: number): number {
  return Math.max(0, Math.ceil(Number((amount - 0.5).toFixed(6))));
}
