/** What the pipeline reads of the policy. */
import { z } from "zod";
import { choice, column, date, json, key, measured, orFalse, orNone, text, whole } from "./columns.ts";

/** The one record of the organisation's words and rules. */
export const policy = z.object({
  id: key,
  profile: choice("M", "P", "C", "B", "H"),
  organisation_name: key,
  trust_uid: text,
  organisation_term: key,
  school_term: key,
  board_term: key,
  local_board_term: text,
  lead_role_term: key,
  levels: json(orNone(z.object({ level: z.string(), name: z.string() }))),
  measures: column("varchar[]", orNone(z.string())),
  staff_groups: json(
    orNone(z.object({ key: z.string(), label: z.string(), is_teacher: orFalse, is_audience: orFalse })),
  ),
  ladder: json(
    orNone(
      z.object({
        key: z.string().nullish(),
        strand: z.string().nullish(),
        label: z.string().nullish(),
        offer: z.string().nullish(),
      }),
    ),
  ),
  followup_min_months: whole.nullable(),
  followup_sample_rate: measured.nullable(),
  wave_closes_after_days: whole.nullable(),
  criteria_mode: choice("gate", "score", "checklist").nullable(),
  criteria: json(orNone(z.object({ key: z.string(), label: z.string().nullish(), weight: z.number().nullish() }))),
  repayment_schedule: json(orNone(z.object({ year: z.number().nullable(), share: z.number().nullable() }))),
  inset_min_days: whole.nullable(),
  coaching_cadence: choice("encouraged", "half_termly", "every_teacher").nullable(),
  // Whom a course report goes to by role; the addresses stay in Directus.
  report_recipients: json(orNone(z.object({ role: z.string().nullish(), version: z.string().nullish() }))),
  report_outline: column("varchar[]", orNone(z.string())),
  report_due_days: whole.nullable(),
  staff_survey_month: whole.nullable(),
  approved_on: date.nullable(),
  review_cycle_months: whole.nullable(),
  next_review_on: date.nullable(),
  equality_assessed_on: date.nullable(),
  threshold_signed_in: whole,
  threshold_leaving: whole,
});
