import { z } from "zod";
import { policyMeasures } from "./schema/choices.ts";

const key = z.string().regex(/^[a-z][a-z0-9_]*$/, "must be small letters, digits and underscores");
const words = z.string().min(1);

/** A ready profile: the rules and words of a policy, in the fields of the `policy` collection. */
export const policyProfile = z.strictObject({
  profile: z.enum(["M", "P", "C", "B", "H"]),
  organisation_term: words,
  school_term: words,
  board_term: words,
  /** Null: schools have no board of their own. */
  local_board_term: words.nullable(),
  lead_role_term: words,
  /** One name for each of the four levels and for provision. */
  levels: z
    .array(
      z.strictObject({
        level: z.enum(["provision", "reactions", "learning", "outcomes", "organisation"]),
        name: words,
      }),
    )
    .length(5),
  staff_groups: z
    .array(z.strictObject({ key, label: words, is_teacher: z.boolean(), is_audience: z.boolean() }))
    .min(1),
  /** The rungs that people climb, from the lowest up; none: the policy has no ladder. */
  ladder: z.array(z.strictObject({ key, strand: z.enum(["teaching", "support"]), label: words, offer: words })),
  frameworks: z.array(z.strictObject({ key, label: words })),
  lead_role_description: words,
  /** Other or retired words that the policy uses, with the word that readers see. */
  aliases: z.array(z.strictObject({ word: words, means: words })),
  value_tags: z.array(words),
  criteria_mode: z.enum(["gate", "score", "checklist"]),
  criteria: z.array(z.strictObject({ key, label: words, weight: z.number().int().min(1) })).min(1),
  /** Shares of a course's cost between 0 and 1, by year after the course; none: the policy asks for no repayment. */
  repayment_schedule: z.array(z.strictObject({ year: z.number().int().min(1), share: z.number().min(0).max(1) })),
  /** Null: the policy asks for no repayment, or does not say from when. */
  repayment_counts_from: z.enum(["course_start", "course_end", "award"]).nullable(),
  inset_min_days: z.number().int().min(1).nullable(),
  coaching_cadence: z.enum(["encouraged", "half_termly", "every_teacher"]).nullable(),
  /** The headings that it reports under; what every policy reports is among them. */
  measures: z
    .array(z.enum(Object.keys(policyMeasures) as [keyof typeof policyMeasures]))
    .refine((measures) => measures.includes("provision"), "must contain provision"),
  report_outline: z.array(words).min(1),
  evaluation_mandatory: z.boolean(),
  /** Null: the policy states no follow-up. */
  followup_min_months: z.number().int().min(1).nullable(),
  followup_sample_rate: z.number().gt(0).max(1).nullable(),
  wave_closes_after_days: z.number().int().min(1),
  /** Whom a report on each course goes to; none: the policy asks for no such report. A ready profile names roles, never an address. */
  report_recipients: z.array(z.strictObject({ role: words, email: z.null(), version: z.enum(["first", "final"]) })),
  report_due_days: z.number().int().min(1).nullable(),
  reminder_after_days: z.number().int().min(1),
  /** 1 is January; null: staff are not surveyed. */
  staff_survey_month: z.number().int().min(1).max(12).nullable(),
  threshold_signed_in: z.number().int().min(3),
  threshold_leaving: z.number().int().min(5),
  review_cycle_months: z.number().int().min(1).nullable(),
});
export type PolicyProfile = z.infer<typeof policyProfile>;
