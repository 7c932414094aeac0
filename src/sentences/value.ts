/** Money beside results, programme by programme: what was spent, how many use it, what was decided. */
import type { CycleProgramme, CycleSlice, Figure, PublishedMeasure } from "../../pipelines/contract.ts";
import { type Spent, shownPounds } from "../cycle/money.ts";
import { programmeLines } from "../cycle/thread.ts";
import { capitalised, counted, listed, shownFigure, shownYear } from "../format.ts";
import { tooLittle } from "../statistics/too-little.ts";
import type { Addresses } from "./addresses.ts";
import { claimOf, wordedGrade } from "./claims.ts";
import { verdicts } from "./cycle-words.ts";
import { rangeAndBase } from "./evidence.ts";
import { widestGap } from "./gap.ts";
import type { Place } from "./place.ts";
import { type Statement, statement } from "./statement.ts";

/** One programme with what it cost and how many use it. */
export interface ValueLine {
  programme: CycleProgramme;
  spent: Spent;
  /** The whole trust's, by the programme's title; undefined where there is none for the year. */
  use: Figure | undefined;
}

/** The programmes of a year that cost something or were followed up, the dearest first. */
export function valueLines(cycle: CycleSlice, trust: Place, useMeasure: string, year: number): ValueLine[] {
  const uses = usesOf(trust, useMeasure, year);
  return programmeLines(cycle, year)
    .map(({ programme, spent }) => ({
      programme,
      spent,
      use: uses.find(({ category }) => category === programme.title),
    }))
    .filter(({ spent, use }) => spent.amount !== null || spent.hides || use !== undefined)
    .sort((one, other) => (other.spent.amount ?? -1) - (one.spent.amount ?? -1));
}

/** What a measure says of every programme in a year. */
export function usesOf(trust: Place, measureId: string, year: number): Figure[] {
  return trust.figures.filter(
    ({ measure_id, breakdown, school_urn, time_period }) =>
      measure_id === measureId && breakdown === "programme" && school_urn === trust.urn && time_period === year,
  );
}

/** What to say of money beside results: the programme that is used least by more than chance gives, and what is still to be decided. */
export function valueStory(
  lines: readonly ValueLine[],
  measure: PublishedMeasure | undefined,
  year: number,
  addresses: Addresses,
): Statement[] {
  if (lines.length === 0) return [];
  return [...(measure ? leastUsed(lines, measure, year, addresses) : []), decided(lines, year)];
}

function leastUsed(
  lines: readonly ValueLine[],
  measure: PublishedMeasure,
  year: number,
  addresses: Addresses,
): Statement[] {
  const gap = widestGap(
    measure,
    lines.flatMap(({ use }) => use ?? []),
  );
  if (!gap) return [];
  const [least, most] = gap;
  const line = lines.find(({ use }) => use === least)!;
  const cost =
    line.spent.amount === null
      ? ""
      : ` It cost ${shownPounds(line.spent.amount)}${line.spent.hides ? " at least" : ""}.`;
  const sentence = `“${least.category}” is used least: ${shownFigure(least, measure.unit)} of those who answered use it some months on, against ${shownFigure(most, measure.unit)} for “${most.category}”, more than chance gives.${cost}`;
  const details = [
    shownYear(year),
    ...rangeAndBase(measure, least),
    claimOf(measure, least.claim_grade).name.toLowerCase(),
    line.programme.decision ? `decided: ${verdicts[line.programme.decision].toLowerCase()}` : "nothing decided yet",
  ];
  const href = addresses.page(`/provision/${line.programme.id}`);
  return [statement(wordedGrade(measure, least.claim_grade), { mark: "signal", sentence, details, href })];
}

function decided(lines: readonly ValueLine[], year: number): Statement {
  const of = (verdict: CycleProgramme["decision"]) => lines.filter(({ programme }) => programme.decision === verdict);
  const open = of(null);
  const counts = (["keep", "change", "stop"] as const)
    .filter((verdict) => of(verdict).length > 0)
    .map(
      (verdict) =>
        `${verdicts[verdict].toLowerCase()} ${listed(of(verdict).map(({ programme }) => `“${programme.title}”`))}`,
    );
  const taken = counts.length > 0 ? `Decided: ${counts.join("; ")}.` : "";
  if (open.length === 0) return statement(0, { mark: "none", sentence: taken, details: [], href: "#programmes" });
  const waiting = `${capitalised(counted(open.length, "programme"))} of ${shownYear(year)} ${open.length === 1 ? "waits" : "wait"} for a decision to keep, change or stop.`;
  return statement(0, {
    mark: "missing",
    sentence: [taken, waiting].filter(Boolean).join(" "),
    details: [],
    href: "#programmes",
  });
}

/** The use of a programme in words for a table: `79% (48 of 61 answers)`, `suppressed [c]`, `too little data`, `not asked`. */
export function useWords(measure: PublishedMeasure, figure: Figure | undefined): string {
  if (!figure) return "not asked";
  return tooLittle(measure, figure) ? "too little data" : shownFigure(figure, measure.unit);
}
