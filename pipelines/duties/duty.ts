import { z } from "zod";
import type { Config } from "../config.ts";
import type { DutyRecord } from "./record.ts";

/** What duties read of the policy. */
export const dutyPolicy = z.object({
  organisation_name: z.string(),
  organisation_term: z.string(),
  school_term: z.string(),
  lead_role_term: z.string(),
  staff_groups: z
    .array(z.object({ key: z.string(), label: z.string(), is_audience: z.boolean().nullish() }))
    .nullish()
    .transform((groups) => groups ?? []),
  evaluation_mandatory: z.boolean().nullable(),
  /** Null: the policy states no follow-up. */
  followup_min_months: z.number().int().nullable(),
  followup_sample_rate: z.number().nullable(),
  wave_closes_after_days: z.number().int(),
  reminder_after_days: z
    .number()
    .int()
    .nullable()
    .transform((days) => days ?? usualReminderDays),
  /** Null: staff are not surveyed. */
  staff_survey_month: z.number().int().nullable(),
  threshold_signed_in: z.number().int(),
});
export type DutyPolicy = z.infer<typeof dutyPolicy>;

/** Between one e-mail and the next where the policy does not say. */
const usualReminderDays = 4;

/** What every duty is done with. */
export interface DutyContext {
  record: DutyRecord;
  policy: DutyPolicy;
  config: Config;
  /** The civil day in England. */
  today: string;
  /** Prints a line; never with anything about a person. */
  say(line: string): void;
}

/** Something that comes round. Done twice on one day, stopped half-way or left for a week, it comes to the same in the end. */
export interface Duty {
  /** Such as "invitations". */
  name: string;
  /** `day`: as soon as the day begins. `morning`: on the hub's own clock only between 7 in the morning and 7 in the evening. */
  when: "day" | "morning";
  /** Does it; returns what was done in plain sentences, with numbers and without names. Nothing done is no sentence. */
  run(context: DutyContext): Promise<string[]>;
}
