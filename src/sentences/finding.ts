/** One measure at one place, in words: what it is, whether it changed, how sure that is, and what is missing. */
import type { Figure, PublishedMeasure } from "../../pipelines/contract.ts";
import { claimWords, wordedGrade } from "./claims.ts";
import { evidenceOf } from "./evidence.ts";
import { type PartsTold, partsOf } from "./parts.ts";
import type { Place } from "./place.ts";
import { type Beside, type Reading, readingOf, type ValueReading, valueReading } from "./reading.ts";
import { absenceRules } from "./rules/absence.ts";
import { besideRules } from "./rules/beside.ts";
import { changeRules } from "./rules/change.ts";
import type { Absence, Drawn, Rule, Told } from "./rules/rule.ts";
import { noteRules } from "./rules/rules.ts";
import { pooledWords } from "./rules/small.ts";
import { said } from "./said.ts";

/** `signal`: beyond chance. `none`: nothing beyond chance. `missing`: not known, and the sentence says why. */
export type Mark = "signal" | "none" | "missing";

/** What is said of one measure. */
export interface Finding {
  measure: PublishedMeasure;
  mark: Mark;
  /** Why there is nothing to say; null when there is. Those that do not apply are left out of a story. */
  absence: Absence | null;
  /** The figure that the sentence speaks of; null when there is none. */
  figure: Figure | null;
  /** Whether the sentence sets two parts beside one another instead, so that the figure of the whole is not shown as the finding. */
  isOfParts: boolean;
  /** The finding in a few words, the title of the card and of the chart. */
  title: string;
  /** The whole sentence, as one would say it at a meeting. */
  sentence: string;
  /** The small print: how many, likely range, who answered, the national figure, how strong the claim is. */
  details: string[];
  /** What else the rules say of it, for the measure's own page. */
  notes: { isSignal: boolean; sentence: string }[];
  /** What the rules draw on its time chart. */
  drawn: Drawn[];
  /** How many comparisons with chance were made for it. */
  looks: number;
}

/**
 * The finding of a measure at a place: its last full year beside the year before, the country and, where it is known, the trust.
 *
 * @param asOf - the day of the release; the academic year it falls in is not over, and is compared with nothing
 */
export function findingOf(measure: PublishedMeasure, place: Place, asOf: string, beside: Beside = {}): Finding {
  const reading = readingOf(measure, place, asOf, beside);
  const missing = missingFinding(reading);
  if (missing) return missing;
  const parts = partsOf(reading);
  if (parts) return partsFinding(reading, parts);
  return valueFinding(valueReading(reading)!);
}

function missingFinding(reading: Reading): Finding | null {
  const { measure, figure } = reading;
  for (const { absence, tell } of absenceRules) {
    const told = tell(reading);
    if (!told) continue;
    const together = pooledWords(reading);
    const notes = together === null ? [] : [{ isSignal: false, sentence: together }];
    return gated({ measure, mark: "missing", absence, figure, isOfParts: false, ...told, notes, drawn: [], looks: 0 });
  }
  return null;
}

function valueFinding(reading: ValueReading): Finding {
  const { measure, figure, grade, value, when, national } = reading;
  const change = firstTold(changeRules, reading);
  const beside = besideRules.flatMap(({ tell }) => tell(reading) ?? []);
  const notes = noteRules.flatMap(({ tell }) => tell(reading) ?? []);
  const all: Told[] = [change, ...beside, ...notes];
  const first = `${claimWords({ grade, measure, figure, value, when })}${change.clause ?? ""}.`;
  const titled = change.isSignal || reading.isSoFar ? change : (all.find(({ title }, at) => at > 0 && title) ?? change);
  return gated({
    measure,
    mark: all.some(({ isSignal }) => isSignal) ? "signal" : "none",
    absence: null,
    figure,
    isOfParts: false,
    title: titled.title!,
    sentence: [first, change.sentence, ...beside.map(({ sentence }) => sentence)].filter(Boolean).join(" "),
    details: evidenceOf(measure, figure, national),
    notes: notes.flatMap(({ sentence, isSignal = false }) => (sentence ? [{ isSignal, sentence }] : [])),
    drawn: all.flatMap(({ drawn }) => drawn ?? []),
    looks: all.reduce((sum, { looks = 0 }) => sum + looks, 0),
  });
}

function partsFinding({ measure, figure }: Reading, { isKnown, isSignal, ...told }: PartsTold): Finding {
  const rest = { measure, figure, isOfParts: true, ...told, notes: [], drawn: [] };
  if (!isKnown) return gated({ ...rest, mark: "missing", absence: "not_available", looks: 0 });
  return gated({ ...rest, mark: isSignal ? "signal" : "none", absence: null, looks: 1 });
}

/** What the first rule that fires says; the last of the rules always does. */
function firstTold(rules: readonly Rule[], reading: ValueReading): Told {
  for (const { tell } of rules) {
    const told = tell(reading);
    if (told) return told;
  }
  return {};
}

/** Lets a finding out, every text of it by the grade of its figure. */
function gated(finding: Finding): Finding {
  const { measure, figure } = finding;
  const grade = wordedGrade(measure, figure?.claim_grade ?? measure.claim_grade);
  const out = (text: string) => said(text, grade);
  return {
    ...finding,
    title: out(finding.title),
    sentence: out(finding.sentence),
    details: finding.details.map(out),
    notes: finding.notes.map((note) => ({ ...note, sentence: out(note.sentence) })),
  };
}
