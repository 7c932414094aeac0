/**
 * The yearly cycle as a release publishes it: plans, priorities, needs, programmes, what they cost, what was shared and what was
 * decided. Records alone: nothing here is about a person, and no number counts people. Those are figures, which went through disclosure control.
 *
 *     releases/<id>/cycle/trust.json             every record: readers of the whole trust
 *                   cycle/schools/<urn>.json     one school's own, those of the whole trust, and everybody's shared practice: its readers
 */
import { z } from "zod";

const day = z.iso.date().nullable();
const words = z.string().nullable();
/** Null: the trust's. */
const place = z.string().nullable();
/** How many activities, by the key of what divides them. */
const counts = z.record(z.string(), z.number().int());
const verdict = z.enum(["keep", "change", "stop"]);

/** What can be decided of a programme or a subscription. */
export type Verdict = z.infer<typeof verdict>;

/** The plan of one academic year. Of a draft it is only published that there is one. */
export const cyclePlan = z.strictObject({
  id: z.string(),
  school_urn: place,
  time_period: z.number().int(),
  title: z.string(),
  state: z.enum(["draft", "agreed", "published", "evaluated"]),
  objectives: words,
  agreed_on: day,
  published_on: day,
  evaluated_on: day,
  /** Month by month; `month` is "09" for September. */
  actions: z.array(
    z.strictObject({ month: z.string(), action: z.string(), staff_group: words, owner_role: words, funding: words }),
  ),
});
export type CyclePlan = z.infer<typeof cyclePlan>;

/** What the development plan set out to do. */
export const cyclePriority = z.strictObject({
  id: z.string(),
  school_urn: place,
  title: z.string(),
  level: z.enum(["whole", "team", "individual"]).nullable(),
  starts_on: day,
  ends_on: day,
});
export type CyclePriority = z.infer<typeof cyclePriority>;

/** What a group should come to know, do or value. A need of one person, or of a group too small to be more, is not published. */
export const cycleNeed = z.strictObject({
  id: z.string(),
  school_urn: place,
  title: z.string(),
  level: z.enum(["whole", "team"]),
  /** A key of `needSources`; null where nobody said. */
  source: words,
  domains: z.array(z.string()),
  /** The key of a staff group; null: everybody's. */
  staff_group: words,
  priority_id: words,
  /** Null: none answers it, or it is one that is not listed. */
  programme_id: words,
  state: z.enum(["suggested", "agreed", "planned", "met", "not_pursued"]),
  time_period: z.number().int(),
  identified_on: day,
  /** Whether its group is large enough for what leaves the log-in. */
  may_leave: z.boolean(),
});
export type CycleNeed = z.infer<typeof cycleNeed>;

/** A sustained piece of development. One with a restricted activity is not published. */
export const cycleProgramme = z.strictObject({
  id: z.string(),
  school_urn: place,
  title: z.string(),
  priority_id: words,
  /** Where it is in its life. */
  state: z.enum(["explore", "prepare", "deliver", "sustain"]).nullable(),
  starts_on: day,
  ends_on: day,
  intended_outcome: words,
  indicator: words,
  baseline: words,
  outcome_short: words,
  outcome_medium: words,
  outcome_long: words,
  sustain_plan: words,
  /** Whether at least two of its activities lie 90 days or more apart; null while it has none. */
  is_sustained: z.boolean().nullable(),
  decision: verdict.nullable(),
  decided_on: day,
  decision_reason: words,
});
export type CycleProgramme = z.infer<typeof cycleProgramme>;

/** The activities of one programme, or the one-offs of one priority, that one place held in one academic year. Restricted ones are not counted. */
export const cycleActivities = z.strictObject({
  school_urn: place,
  programme_id: words,
  priority_id: words,
  time_period: z.number().int(),
  /** Those that went ahead and are over. */
  held: z.number().int(),
  /** Those of the rest of the year that were approved. */
  ahead: z.number().int(),
  sustained: z.number().int(),
  /** Hours on offer to one participant, over what was held. */
  hours: z.number(),
  /** Of what was held or lies ahead, by the month of the first day, "09" for September. */
  by_month: counts,
  by_approach: counts,
  by_strand: counts,
  /** "1": our own schools, "2": a hub or partner, "3": outside. */
  by_sourcing: counts,
  /** How many could be held against the policy's criteria, how many met all, and how many met each. */
  criteria_asked: z.number().int(),
  criteria_met: z.number().int(),
  by_criterion: counts,
});
export type CycleActivities = z.infer<typeof cycleActivities>;

/** What was spent in one academic year out of one budget, in pounds. The cost of fewer people than the policy's threshold is `[c]`, all kinds together. */
export const cycleCost = z.strictObject({
  school_urn: place,
  programme_id: words,
  priority_id: words,
  time_period: z.number().int(),
  kind: z.enum(["fees", "travel", "venue", "resources", "cover", "staff_time"]).nullable(),
  amount: z.number().nullable(),
  status: z.enum(["", "[c]"]),
  /** Whether it was spent on enough people for what leaves the log-in; the same kind can stand once with and once without. */
  may_leave: z.boolean(),
});
export type CycleCost = z.infer<typeof cycleCost>;

/** What was set aside for development in one academic year, in pounds; without a school it is the trust's. */
export const cycleBudget = z.strictObject({
  school_urn: place,
  time_period: z.number().int(),
  amount: z.number(),
});
export type CycleBudget = z.infer<typeof cycleBudget>;

/** A service that is paid for by the year. */
export const cycleSubscription = z.strictObject({
  id: z.string(),
  school_urn: place,
  title: z.string(),
  kind: z.enum(["subscription", "service_level_agreement", "membership"]),
  provider: words,
  /** What the last check of its provider said. */
  rating: z.enum(["meets", "concerns", "not_used_again"]).nullable(),
  annual_cost: z.number().nullable(),
  /** `few`: fewer than the policy's threshold, who could be known. */
  use: z.enum(["nobody", "few", "some", "unknown"]),
  /** Where some used it, how many to the nearest five, so that no figure beside it gives a few away. */
  users_about: z.number().int().nullable(),
  starts_on: day,
  ends_on: day,
  notice_by_on: day,
  benefit: words,
  decision: verdict.nullable(),
  decided_on: day,
  decision_reason: words,
});
export type CycleSubscription = z.infer<typeof cycleSubscription>;

/** One entry of the library of shared practice, which its writers opened to everybody who signs in. */
export const cycleSharing = z.strictObject({
  id: z.string(),
  school_urn: place,
  title: z.string(),
  programme_id: words,
  /** A key of `sharingRoutes`. */
  route: z.string(),
  audience: words,
  staff_group: words,
  what_worked: words,
  what_did_not: words,
  link: words,
  due_on: day,
  done_on: day,
});
export type CycleSharing = z.infer<typeof cycleSharing>;

/** One decision of a meeting. A school's readers have those of its own meetings. */
export const cycleDecision = z.strictObject({
  school_urn: place,
  meeting: z.string(),
  meeting_on: day,
  time_period: z.number().int().nullable(),
  decision: z.string(),
  owner_role: words,
  due_on: day,
  done_on: day,
});
export type CycleDecision = z.infer<typeof cycleDecision>;

/** What a plan or a meeting's paper says is needed next. */
export const cycleFutureNeed = z.strictObject({
  school_urn: place,
  from: z.enum(["plan", "paper"]),
  title: z.string(),
  time_period: z.number().int().nullable(),
  words: z.string(),
});
export type CycleFutureNeed = z.infer<typeof cycleFutureNeed>;

/** A quality mark of the organisation's own CPD. */
export const cycleQualityMark = z.strictObject({
  school_urn: place,
  awarded_by: z.string(),
  awarded_on: day,
  expires_on: day,
});
export type CycleQualityMark = z.infer<typeof cycleQualityMark>;

/** Everything of the cycle that the readers of one file may see; every list is in an order of its own that does not change. */
export const cycleSlice = z.strictObject({
  criteria_mode: z.enum(["gate", "score", "checklist"]).nullable(),
  criteria: z.array(z.strictObject({ key: z.string(), label: z.string() })),
  ladder: z.array(z.strictObject({ strand: z.enum(["teaching", "support"]), label: z.string(), offer: words })),
  plans: z.array(cyclePlan),
  priorities: z.array(cyclePriority),
  needs: z.array(cycleNeed),
  programmes: z.array(cycleProgramme),
  activities: z.array(cycleActivities),
  costs: z.array(cycleCost),
  /** A release made before budgets were published has none. */
  budgets: z.array(cycleBudget).default([]),
  subscriptions: z.array(cycleSubscription),
  sharing: z.array(cycleSharing),
  decisions: z.array(cycleDecision),
  future_needs: z.array(cycleFutureNeed),
  quality_marks: z.array(cycleQualityMark),
});
export type CycleSlice = z.infer<typeof cycleSlice>;
