/** Who had access to CPD: each group beside everybody else, and whether that is a pattern or may be chance. */
import type { ComparisonsSlice, Figure, PublishedMeasure } from "../../pipelines/contract.ts";
import { capitalised, counted, listed, shownFigure, shownNumber, shownYear } from "../format.ts";
import { isHigherOfMany } from "../statistics/chance.ts";
import { tooLittle } from "../statistics/too-little.ts";
import { wilsonInterval } from "../statistics/wilson.ts";
import type { Addresses } from "./addresses.ts";
import { wordedGrade } from "./claims.ts";
import { rangeAndBase } from "./evidence.ts";
import type { Place } from "./place.ts";
import { type Statement, statement } from "./statement.ts";

/** How a group stands to everybody else: `unknown` where it is hidden or too small to speak of. */
export type Standing = "less" | "more" | "same" | "unknown";

/** One group in one year. */
export interface AccessLine {
  label: string;
  figure: Figure;
  /** Its share over the share of everybody, 1 where they are alike; null where it is not known. */
  ratio: number | null;
  standing: Standing;
  /** In how many years in a row, this one included, it stood the same way; years in which it cannot be told are passed over. */
  yearsRunning: number;
}

/** One way of dividing people. */
export interface AccessGroup {
  /** `staff_group`, `contract`, `phase`, `school`. */
  by: string;
  total: Figure | undefined;
  /** Those with less first, then those that are not known, then the others in their own order: no ranking. */
  lines: AccessLine[];
}

type Measure = PublishedMeasure;

/** Whether a group has less or more than everybody else, past what chance gives among many groups. */
export function standingOf(measure: Measure, figure: Figure, total: Figure | undefined): Standing {
  if (!total || total.numerator === null || total.denominator === null) return "unknown";
  if (figure.value === null || figure.numerator === null || figure.denominator === null) return "unknown";
  if (tooLittle(measure, figure)) return "unknown";
  const numerator = total.numerator - figure.numerator;
  const denominator = total.denominator - figure.denominator;
  if (denominator <= 0 || numerator < 0 || numerator > denominator) return "same";
  const [lower, upper] = wilsonInterval(numerator, denominator);
  const rest = { value: numerator / denominator, lower, upper };
  if (rest.value > figure.value && isHigherOfMany(rest, figure)) return "less";
  if (figure.value > rest.value && isHigherOfMany(figure, rest)) return "more";
  return "same";
}

/** The categories of one breakdown in a year, each beside everybody else and beside its own earlier years. */
export function accessBy(measure: Measure, place: Place, by: string, year: number): AccessGroup {
  const own = place.figures.filter(
    ({ measure_id, school_urn }) => measure_id === measure.id && school_urn === place.urn,
  );
  return groupOf(measure, by, year, {
    totals: own.filter(({ breakdown }) => breakdown === "total"),
    categories: own.filter(({ breakdown }) => breakdown === by).map((figure) => ({ label: figure.category, figure })),
  });
}

/** The schools of a trust, or the phases that they are of: every school's shown figure, added up. */
export function accessAcross(
  measure: Measure,
  trust: Place,
  comparisons: ComparisonsSlice,
  by: "school" | "phase",
  year: number,
): AccessGroup {
  const totals = trust.figures.filter(
    ({ measure_id, breakdown, school_urn }) =>
      measure_id === measure.id && breakdown === "total" && school_urn === null,
  );
  const schools = new Map(comparisons.schools.map((school) => [school.urn, school]));
  const figures = comparisons.figures.filter(({ measure_id }) => measure_id === measure.id);
  const categories =
    by === "school"
      ? figures.map((figure) => ({ label: schools.get(figure.school_urn!)?.name ?? figure.school_urn!, figure }))
      : phasesOf(figures, (urn) =>
          capitalised((schools.get(urn)?.phase ?? "").replaceAll("_", " ") || "Phase not stated"),
        );
  return groupOf(measure, by, year, { totals, categories });
}

function phasesOf(figures: readonly Figure[], phaseOf: (urn: string) => string): { label: string; figure: Figure }[] {
  const sums = new Map<string, Figure>();
  for (const figure of figures) {
    if (figure.numerator === null || figure.denominator === null) continue;
    const label = phaseOf(figure.school_urn!);
    const key = `${label} ${figure.time_period}`;
    const before = sums.get(key);
    const numerator = (before?.numerator ?? 0) + figure.numerator;
    const denominator = (before?.denominator ?? 0) + figure.denominator;
    const [lower, upper] = wilsonInterval(numerator, denominator);
    sums.set(key, {
      ...figure,
      school_urn: null,
      breakdown: "phase",
      category: label,
      numerator,
      denominator,
      value: numerator / denominator,
      lower,
      upper,
    });
  }
  return [...sums.values()].map((figure) => ({ label: figure.category, figure }));
}

interface Divided {
  totals: readonly Figure[];
  categories: readonly { label: string; figure: Figure }[];
}

function groupOf(measure: Measure, by: string, year: number, { totals, categories }: Divided): AccessGroup {
  const totalOf = (of: number) => totals.find(({ time_period }) => time_period === of);
  const standingIn = (label: string, of: number): Standing | null => {
    const found = categories.find((one) => one.label === label && one.figure.time_period === of);
    return found ? standingOf(measure, found.figure, totalOf(of)) : null;
  };
  const total = totalOf(year);
  // The latest first.
  const years = [...new Set(totals.map(({ time_period }) => time_period))].sort((one, other) => other - one);
  const lines = categories
    .filter(({ figure }) => figure.time_period === year)
    .map(({ label, figure }): AccessLine => {
      const standing = standingOf(measure, figure, total);
      const before = years.filter((one) => one < year).map((one) => standingIn(label, one));
      const known = before.filter((one) => one !== null && one !== "unknown");
      const broken = known.findIndex((one) => one !== standing);
      const yearsRunning = standing === "unknown" ? 1 : 1 + (broken < 0 ? known.length : broken);
      const ratio = standing === "unknown" || !total?.value ? null : figure.value! / total.value;
      return { label, figure, ratio, standing, yearsRunning };
    });
  const rank: Record<Standing, number> = { less: 0, unknown: 1, more: 2, same: 2 };
  return { by, total, lines: lines.sort((one, other) => rank[one.standing] - rank[other.standing]) };
}

/** Whether it is a pattern or chance, in words for a table. */
export function patternWords({ standing, yearsRunning, figure }: AccessLine): string {
  if (standing === "unknown") return figure.value === null ? "cannot be told: hidden" : "cannot be told: too few";
  if (standing === "same") return "no difference that can be told from chance";
  const side = standing === "less" ? "less than the others" : "more than the others";
  return yearsRunning > 1
    ? `${side} in each of the last ${yearsRunning} years that can be told: a pattern`
    : `${side} this year: more than chance, not yet a pattern`;
}

/** `0.77`: a group's share over that of everybody. */
export function ratioWords({ ratio }: AccessLine): string {
  return ratio === null ? "–" : shownNumber(ratio, "ratio");
}

/** What to say aloud of access: who has least, whether it is a pattern, who cannot be told; empty without figures. */
export function accessStory(measure: Measure, groups: readonly AccessGroup[], addresses: Addresses): Statement[] {
  const told = groups.filter(({ lines, total }) => lines.length > 0 && total);
  if (told.length === 0) return [];
  const grade = wordedGrade(measure, measure.claim_grade);
  const least = told.flatMap((group) =>
    group.lines
      .filter(({ standing }) => standing === "less")
      .map((line) => lessStatement(measure, group, line, grade, addresses)),
  );
  const quiet = told.filter(
    ({ lines }) =>
      lines.every(({ standing }) => standing !== "less") && lines.some(({ standing }) => standing !== "unknown"),
  );
  const unknown = told.filter(({ lines }) => lines.some(({ standing }) => standing === "unknown"));
  return [
    ...least,
    ...(quiet.length > 0
      ? [
          statement(0, {
            mark: "none",
            sentence: `No ${quiet.map(({ by }) => dividerWords(by)).join(" or ")} had less access than the others by more than chance gives.`,
            details: ["many groups are looked at, so the bar is set higher than for one"],
            href: null,
          }),
        ]
      : []),
    ...unknown.map(({ by, lines }) => {
      const hidden = lines.filter(({ standing }) => standing === "unknown");
      return statement(0, {
        mark: "missing",
        sentence: `It cannot be told of ${counted(hidden.length, dividerWords(by))}: ${hidden.length > 4 ? "too few people, or hidden" : listed(hidden.map(({ label }) => label))}.`,
        details: ["few people are hidden, as they could be known"],
        href: `#${by}`,
      });
    }),
  ];
}

function lessStatement(
  measure: Measure,
  { total, by }: AccessGroup,
  line: AccessLine,
  grade: number,
  addresses: Addresses,
): Statement {
  const { label, figure, yearsRunning } = line;
  const pattern =
    yearsRunning > 1
      ? `So it was in each of the last ${yearsRunning} years that can be told: this is a pattern.`
      : "More than chance gives, but in one year alone it is not yet a pattern.";
  const sentence = `${label}: ${shownFigure(figure, measure.unit)} took part in ${shownYear(figure.time_period)}, against ${shownFigure(total!, measure.unit)} of everybody. ${pattern}`;
  const details = [`access ratio ${ratioWords(line)}`, ...rangeAndBase(measure, figure)];
  const href =
    by === "staff_group" || by === "contract" ? `${addresses.measure(measure.id)}&breakdown=${by}` : `#${by}`;
  return statement(grade, { mark: "signal", sentence, details, href });
}

/** What the groups of a breakdown are called: `staff group`, `kind of contract`. */
export function dividerWords(by: string): string {
  return { contract: "kind of contract" }[by] ?? by.replaceAll("_", " ");
}
