/**
 * The shapes of everything the pipeline publishes. A release is a folder of JSON files, and these schemas are
 * all that the site knows of the pipeline.
 *
 *     published/
 *       current                       the live release's id, replaced by one atomic rename
 *       run.json                      how the last run ended (schema `lastRun`)
 *       releases/<id>/release.json    schema `release`
 *                     catalogue.json  schema `catalogue`: the measures' definitions; any signed-in reader
 *                     trust.json      schema `trustSlice`: trust totals; any signed-in reader
 *                     schools/<urn>.json   schema `schoolSlice`: one school's figures
 *                     comparisons.json     schema `comparisonsSlice`: every school's headline figures; trust readers only
 *                     leaving/trust.json, leaving/schools/<urn>.json   schema `leavingSlice`: as may leave the log-in, such as papers
 *                     suppression.json     schema `suppressionSlice`: which figures are hidden, and by which rule; administrators only
 */
import { z } from "zod";

export * from "./contract-cycle.ts";
export * from "./contract-cycle-words.ts";
export * from "./contract-duties.ts";
export * from "./contract-forms.ts";
export * from "./contract-import.ts";

/** `""` is an ordinary value; the others never mix with each other or with zero. */
export const figureStatus = z.enum(["", "[c]", "[x]", "[z]", "[low]", "[b]"]);
/**
 * Empty, `[c]` suppressed, `[x]` not available, `[z]` not applicable, `[b]` series break; `[low]` where whoever published it says that fewer than
 * half were covered. That fewer than half of those asked answered is no status: `invited` stands beside the answers, and pages say so in words.
 */
export type FigureStatus = z.infer<typeof figureStatus>;

/** The four named levels of the evaluation model, and provision, which feeds them. */
export const level = z.enum(["provision", "reactions", "learning", "outcomes", "organisation"]);
export type Level = z.infer<typeof level>;

/** What a value counts. Shares are published between 0 and 1 and shown as percentages; a `net` is the share for less the share against, between −1 and 1. */
export const unit = z.enum(["percent", "net", "mean", "count", "money", "hours", "ratio", "points"]);
export type Unit = z.infer<typeof unit>;

/** How strong a claim a figure can carry: 0 intent, 1 reported, 2 corroborated, 3 changed, 4 compared, 5 designed. */
export const claimGrade = z.number().int().min(0).max(5);

/**
 * One published number. `numerator`, `denominator`, `value` and the interval are null wherever `status` is
 * `[c]`, `[x]` or `[z]`; nothing of a suppressed figure is published.
 */
export const figure = z.strictObject({
  measure_id: z.string(),
  /** Null: the trust. */
  school_urn: z.string().nullable(),
  /** An academic year as a number: 202526 is 2025/26. */
  time_period: z.number().int(),
  /** `total`, or what the category divides by, such as `staff_group`. */
  breakdown: z.string(),
  /** `Total` for everybody. */
  category: z.string(),
  numerator: z.number().nullable(),
  /** How many people, answers or hours stand behind the figure. */
  denominator: z.number().nullable(),
  value: z.number().nullable(),
  lower: z.number().nullable(),
  upper: z.number().nullable(),
  /** How many were asked, where the measure rests on answers. */
  invited: z.number().nullable(),
  status: figureStatus,
  claim_grade: claimGrade,
});
export type Figure = z.infer<typeof figure>;

/** The columns of a figure, in the order of the CSV header. */
export const figureColumns = Object.keys(figure.shape) as (keyof Figure)[];

/** Why a comparison figure may be believed: every benchmark says where it is from. */
export const benchmark = z.strictObject({
  measure_id: z.string(),
  time_period: z.number().int(),
  geography: z.enum(["national", "local_authority", "published_trust"]),
  geography_name: z.string(),
  value: z.number().nullable(),
  status: figureStatus,
  population: z.string(),
  release_status: z.enum(["provisional", "revised", "final"]),
  publisher: z.string(),
  source_title: z.string(),
  source_url: z.string().nullable(),
  licence: z.string(),
  retrieved_on: z.string(),
});
export type Benchmark = z.infer<typeof benchmark>;

/** A measure as its author defines it, in the words a governor will read. */
export const measureDefinition = z.strictObject({
  title: z.string(),
  question: z.string(),
  numerator: z.string(),
  denominator: z.string(),
  level,
  unit,
  better: z.enum(["higher", "lower", "neither"]),
  /**
   * `clustered` is a share of several answers from each person, `cost` what one success costs, `published` the publisher's own limits;
   * `none` for published figures that come without any, and for sums that no chance is in.
   */
  interval: z.enum(["wilson", "mean", "net", "rate", "clustered", "cost", "published", "none"]),
  chart: z.enum(["line", "bar"]),
  breakdowns: z.array(z.string()),
  /** Breakdowns whose categories share out everybody, such as the five answers to a question: each is a share of all of them. */
  distributions: z.array(z.string()).optional(),
  /**
   * What the figures count. Disclosure control applies to people and to their answers; published data is already public, and money and
   * records (activities, plans, subscriptions) are about nobody.
   */
  counts: z.enum(["people", "answers", "published", "money", "records"]),
  /** Whether a share of none or all of them would itself tell on people, as the Office for Students holds of its transparency information. */
  is_sensitive: z.boolean(),
  /** The heading of the policy that this measure answers; see `policyMeasures`. */
  policy_measure: z.string(),
  /** The highest claim this measure can support. */
  claim_grade: claimGrade,
  source: z.string(),
  caveats: z.array(z.string()),
  /** Years for which nobody worked out the figure (`[x]`), with the reason in a whole sentence; readers get each as a caveat too. */
  absences: z.array(z.strictObject({ time_periods: z.array(z.number().int()).min(1), reason: z.string() })).optional(),
  reviewed_on: z.iso.date(),
  /** What changed in the definition since it was first published, the latest first; a change that breaks the series says so. */
  history: z.array(z.strictObject({ on: z.iso.date(), change: z.string() })).min(1),
});
export type MeasureDefinition = z.infer<typeof measureDefinition>;

/** A small table, as the definitions page prints it. */
const table = z.strictObject({ columns: z.array(z.string()), rows: z.array(z.array(z.string())) });

/** Where figures come from; every list begins with what the query itself names. */
export const lineage = z.strictObject({
  /** The tables between the query and the record. */
  marts: z.array(z.string()),
  /** The collections of the record that it reads for what it counts. */
  collections: z.array(z.string()),
  /** Further collections, which only say what belongs: which schools, which groups, which rules, who is the same person. */
  frame: z.array(z.string()),
  /** The kinds of import that write the counted records. */
  imports: z.array(z.string()),
});
export type Lineage = z.infer<typeof lineage>;

/** One measure with everything a reader needs to check it. */
export const publishedMeasure = measureDefinition.extend({
  id: z.string(),
  /** The formula in one line of plain text. */
  formula: z.string(),
  sql: z.string(),
  example: z.strictObject({ given: z.record(z.string(), table), expect: table }),
  /** False: the organisation's policy does not ask for it, which is not the same as having no data. */
  is_in_policy: z.boolean(),
  /** Why there are no figures, where the measure failed in this run; null when it did not. */
  failure: z.string().nullable(),
  /** The name that measures of the same people or answers share: a cell of too few is hidden in all. Null: nothing else counts them. */
  base: z.string().nullable().default(null),
  history: measureDefinition.shape.history.default([]),
  /** Where its figures come from, as its SQL says; all empty in releases made before this was worked out. */
  lineage: lineage.default({ marts: [], collections: [], frame: [], imports: [] }),
});
export type PublishedMeasure = z.infer<typeof publishedMeasure>;

/** The organisation's own words and rules, as far as readers need them. */
export const policyWords = z.strictObject({
  profile: z.enum(["M", "P", "C", "B", "H"]),
  organisation_name: z.string(),
  /** "trust", "hub", "school": what the whole is called. */
  organisation_term: z.string(),
  school_term: z.string(),
  board_term: z.string(),
  local_board_term: z.string().nullable(),
  lead_role_term: z.string(),
  levels: z.array(z.strictObject({ level, name: z.string() })),
  staff_groups: z.array(z.strictObject({ key: z.string(), label: z.string() })),
  threshold_signed_in: z.number().int(),
  threshold_leaving: z.number().int(),
  /** Null: the policy does not state a follow-up. */
  followup_min_months: z.number().int().nullable(),
  report_outline: z.array(z.string()).default([]),
});
export type PolicyWords = z.infer<typeof policyWords>;

export const catalogue = z.strictObject({ policy: policyWords, measures: z.array(publishedMeasure) });
export type Catalogue = z.infer<typeof catalogue>;

export const school = z.strictObject({
  urn: z.string(),
  name: z.string(),
  phase: z.string(),
  local_authority: z.string().nullable(),
  trust_joined_on: z.string().nullable(),
});
export type School = z.infer<typeof school>;

/** Something that happened and is drawn on the time charts: a programme began, a school joined, a scale changed. */
export const chartEvent = z.strictObject({
  on: z.string(),
  time_period: z.number().int(),
  label: z.string(),
  school_urn: z.string().nullable(),
});
export type ChartEvent = z.infer<typeof chartEvent>;

export const trustSlice = z.strictObject({
  schools: z.array(school),
  figures: z.array(figure),
  benchmarks: z.array(benchmark),
  events: z.array(chartEvent),
});
export type TrustSlice = z.infer<typeof trustSlice>;

export const schoolSlice = z.strictObject({
  school,
  figures: z.array(figure),
  benchmarks: z.array(benchmark),
  events: z.array(chartEvent),
});
export type SchoolSlice = z.infer<typeof schoolSlice>;

/** Every school's `total` figures, all years. */
export const comparisonsSlice = z.strictObject({ schools: z.array(school), figures: z.array(figure) });
export type ComparisonsSlice = z.infer<typeof comparisonsSlice>;

/** For whom figures are made ready: readers who sign in, and everybody whom a paper or a file may reach afterwards. */
export const audience = z.enum(["signed_in", "leaving"]);
export type Audience = z.infer<typeof audience>;

/** The figures of one place as they may leave the log-in. */
export const leavingSlice = z.strictObject({ figures: z.array(figure) });
export type LeavingSlice = z.infer<typeof leavingSlice>;

/** Why a figure is hidden: too few people, all or none of them where that tells on them, or because another hidden figure would follow from it. */
export const suppressionRule = z.enum(["primary", "homogeneity", "complementary"]);
export type SuppressionRule = z.infer<typeof suppressionRule>;
/** What is hidden of a place: how many people there are and all that is said of them, or only what this measure says of them. */
export const hides = z.enum(["people", "share"]);
export type Hides = z.infer<typeof hides>;

/** Every hidden figure with its rule and never its value. Which rule it was would itself narrow the value down, so readers of figures do not see it. */
export const suppressionSlice = z.strictObject({
  cells: z.array(
    figure.pick({ measure_id: true, school_urn: true, time_period: true, breakdown: true, category: true }).extend({
      audience,
      rule: suppressionRule,
      /** Left out where it is the people, as in releases made before. */
      hides: hides.optional(),
    }),
  ),
});
export type SuppressionSlice = z.infer<typeof suppressionSlice>;

export const check = z.strictObject({
  id: z.string(),
  /** The rule in one sentence. */
  title: z.string(),
  severity: z.enum(["error", "warning"]),
  passed: z.boolean(),
  /** How many records break the rule. */
  failing_rows: z.number().int(),
  /** The collections it looks at, as its SQL says; records of the first are those that break it. */
  collections: z.array(z.string()).default([]),
});
export type Check = z.infer<typeof check>;

export const release = z.strictObject({
  id: z.string(),
  /** The day the figures were worked out for. */
  as_of: z.iso.date(),
  /** The latest change to any record that is in the figures; null without records. */
  records_up_to: z.string().nullable(),
  made_at: z.string(),
  row_counts: z.record(z.string(), z.number().int()),
  /** Refused records per collection, with how many and why; never a value. */
  rejects: z.array(
    z.strictObject({ collection: z.string(), field: z.string(), reason: z.string(), rows: z.number().int() }),
  ),
  checks: z.array(check),
  /** How many figures each rule hid from each audience; courses' reports of too few answers are counted among the signed in. */
  suppression: z.array(
    z.strictObject({ audience: audience.default("signed_in"), rule: suppressionRule, cells: z.number().int() }),
  ),
  /** sha256 and size of every other file of the release, by its path inside the release. */
  files: z.record(z.string(), z.strictObject({ sha256: z.string(), bytes: z.number().int() })),
});
export type Release = z.infer<typeof release>;

/** How the last run ended, whether or not it made a release. */
export const lastRun = z.strictObject({
  started_at: z.string(),
  finished_at: z.string(),
  mode: z.enum(["full", "incremental"]),
  outcome: z.enum(["released", "unchanged", "released_with_failures", "failed"]),
  release_id: z.string().nullable(),
  /** Plain words; null when nothing went wrong. */
  problem: z.string().nullable(),
});
export type LastRun = z.infer<typeof lastRun>;
