import type { ColumnNames } from "../table.ts";

/** The judgements of graded inspections up to November 2025, with the column that holds each. */
export const gradedMeasures = {
  overall: "inspection_overall",
  quality: "inspection_quality_of_education",
  behaviour: "inspection_behaviour",
  development: "inspection_personal_development",
  leadership: "inspection_leadership",
  early_years: "inspection_early_years",
  sixth_form: "inspection_sixth_form",
} as const;

/** The areas of report cards, from November 2025, with the column that holds each. */
export const cardMeasures = {
  card_safeguarding: "report_card_safeguarding",
  card_inclusion: "report_card_inclusion",
  card_curriculum: "report_card_curriculum",
  card_achievement: "report_card_achievement",
  card_attendance: "report_card_attendance",
  card_development: "report_card_development",
  card_early_years: "report_card_early_years",
  card_post_16: "report_card_post_16",
  card_leadership: "report_card_leadership",
} as const;

/** A judgement of a graded inspection, by our name for its column. */
export type GradedColumn = keyof typeof gradedMeasures;
/** An area of a report card, by our name for its column. */
export type CardColumn = keyof typeof cardMeasures;
/** The columns of Ofsted's files. */
export type InspectionColumn =
  | "urn"
  | GradedColumn
  | CardColumn
  | "graded_on"
  | "graded_urn"
  | "card_on"
  | "card_urn"
  | "ungraded_on";

const latest = (judgement: string) => [
  `Latest OEIF ${judgement}`,
  judgement.charAt(0).toUpperCase() + judgement.slice(1),
];
const optional = (headings: string[]) => ({ headings, optional: true });

/** How Ofsted has headed them since 2018. Where a file has both kinds of inspection, the older kind says so in its headings. */
export const inspectionColumns: ColumnNames<InspectionColumn> = {
  urn: { headings: ["URN"] },
  overall: optional([...latest("overall effectiveness"), "OFSTEDRATING"]),
  quality: optional(latest("quality of education")),
  behaviour: optional(latest("behaviour and attitudes")),
  development: optional(latest("personal development")),
  leadership: optional(latest("effectiveness of leadership and management")),
  early_years: optional([...latest("early years provision (where applicable)"), "Early years provision"]),
  sixth_form: optional([...latest("sixth form provision (where applicable)"), "Sixth form provision"]),
  graded_on: optional([
    "Inspection start date of latest OEIF graded inspection",
    "Inspection start date",
    "Inspection date",
    "OFSTEDLASTINSP",
  ]),
  graded_urn: optional([
    "URN at time of latest OEIF graded inspection",
    "URN at time of latest full inspection",
    "URN at time of the inspection",
  ]),
  card_on: optional(["Inspection start date"]),
  card_urn: optional(["URN at time of latest full inspection"]),
  card_safeguarding: optional(["Safeguarding standards"]),
  card_inclusion: optional(["Inclusion"]),
  card_curriculum: optional(["Curriculum and teaching"]),
  card_achievement: optional(["Achievement"]),
  card_attendance: optional(["Attendance and behaviour"]),
  card_development: optional(["Personal development and wellbeing"]),
  card_early_years: optional(["Early years (where applicable)"]),
  card_post_16: optional(["Post-16 provision (where applicable)"]),
  card_leadership: optional(["Leadership and governance"]),
  ungraded_on: optional(["Date of latest ungraded inspection"]),
};

/** A judgement as the publisher has it. */
export interface Judgement {
  value: number | null;
  status_code: "" | "x" | "z";
  /** The publisher's word, where it is one. */
  source_code: string | null;
}

const gradeWords: Record<string, number> = {
  outstanding: 1,
  good: 2,
  "requires improvement": 3,
  inadequate: 4,
  // Both are grades within inadequate, and are kept by their names.
  "special measures": 4,
  "serious weaknesses": 4,
};
const cardWords: Record<string, number> = {
  exceptional: 1,
  "strong standard": 2,
  "expected standard": 3,
  "needs attention": 4,
  "urgent improvement": 5,
};
const notApplicable = /^(9|not applicable|n\/?a|not judged)$/;
const none = /^(|null|not yet inspected|not inspected)$/;

/**
 * Reads a grade of a graded inspection: 1 to 4, or its words. `Not judged`, as overall effectiveness has been since September 2024, and
 * 9 are not applicable.
 *
 * @returns null where the school has no such judgement, undefined for what is no grade
 */
export function readGrade(text: string): Judgement | null | undefined {
  const plain = text.toLowerCase();
  if (none.test(plain)) return null;
  if (notApplicable.test(plain)) return { value: null, status_code: "z", source_code: text };
  if (plain === "insufficient evidence" || plain === "0") return { value: null, status_code: "x", source_code: text };
  if (/^[1-4]$/.test(plain)) return { value: Number(plain), status_code: "", source_code: null };
  const value = gradeWords[plain];
  return value === undefined ? undefined : { value, status_code: "", source_code: text };
}

/** Reads a grade of a report card, 1 exceptional to 5 urgent improvement, and for safeguarding 1 met and 0 not met; the word stays with it. */
export function readCardGrade(text: string, isSafeguarding: boolean): Judgement | null | undefined {
  const plain = text.toLowerCase();
  if (none.test(plain)) return null;
  if (notApplicable.test(plain)) return { value: null, status_code: "z", source_code: text };
  const value = isSafeguarding ? { met: 1, "not met": 0 }[plain] : cardWords[plain];
  return value === undefined ? undefined : { value, status_code: "", source_code: text };
}
