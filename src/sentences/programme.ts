/** One programme in sentences: what was found at each of the four levels, how strongly it may be said, and what is not known. */
import type {
  Catalogue,
  CycleProgramme,
  CycleSlice,
  Figure,
  Level,
  PublishedMeasure,
} from "../../pipelines/contract.ts";
import { shownSpent, spentOf } from "../cycle/money.ts";
import { capitalised, counted, listed, shownDate, shownFigure, shownYear } from "../format.ts";
import { isHigherOfMany } from "../statistics/chance.ts";
import { tooLittle } from "../statistics/too-little.ts";
import type { Addresses } from "./addresses.ts";
import { claimOf, claimWords, wordedGrade } from "./claims.ts";
import { fourLevels, verdicts } from "./cycle-words.ts";
import { evidenceOf, spokenFigure } from "./evidence.ts";
import { levelName } from "./levels.ts";
import type { Place } from "./place.ts";
import { said } from "./said.ts";
import { type Statement, statement } from "./statement.ts";

/** What measures call the breakdown that a programme is one category of. */
const breakdown = "programme";

/** What one measure found of a programme. */
export interface ProgrammeFinding {
  measure: PublishedMeasure;
  /** Its last full year; a year that is not over where there is no other. */
  figure: Figure;
  /** Every year, oldest first. */
  figures: Figure[];
  /** Every programme in the year of `figure`, itself among them, as published. */
  all: Figure[];
  /** How it stands beside the others in a few words: the title of a chart of all of them. */
  title: string;
  statement: Statement;
}

/** What was found at one level. */
export interface ProgrammeLevel {
  level: Level;
  name: string;
  findings: ProgrammeFinding[];
}

/**
 * What figures say of a programme at each of the four levels, in the policy's words. They are worked out for the whole trust, by the
 * programme's title.
 *
 * @param trust - with nothing later than the year that is looked at
 * @param current - the academic year that is not over
 */
export function programmeLevels(
  { policy, measures }: Pick<Catalogue, "policy" | "measures">,
  trust: Place,
  { title }: Pick<CycleProgramme, "title">,
  current: number,
): ProgrammeLevel[] {
  return fourLevels.map((level) => ({
    level,
    name: levelName(policy, level),
    findings: measures
      .filter((measure) => measure.level === level && measure.is_in_policy && measure.breakdowns.includes(breakdown))
      .flatMap((measure) => findingOf(measure, trust, title, current) ?? []),
  }));
}

function findingOf(measure: PublishedMeasure, trust: Place, title: string, current: number): ProgrammeFinding | null {
  const own = trust.figures.filter(
    ({ measure_id, school_urn, breakdown: by }) =>
      measure_id === measure.id && school_urn === trust.urn && by === breakdown,
  );
  const figures = own
    .filter(({ category }) => category === title)
    .sort((one, other) => one.time_period - other.time_period);
  const figure = figures.findLast(({ time_period }) => time_period < current) ?? figures.at(-1);
  if (!figure) return null;
  const all = own.filter(({ time_period }) => time_period === figure.time_period);
  const others = all.filter(({ category }) => category !== title);
  const beside = besideOthers(measure, figure, others);
  return {
    measure,
    figure,
    figures,
    all,
    title: said(
      `${measure.title}: “${title}” ${spokenFigure(measure, figure)}${beside.words}`,
      wordedGrade(measure, figure.claim_grade),
    ),
    statement: told(measure, figure, beside, title),
  };
}

function told(measure: PublishedMeasure, figure: Figure, beside: Standing, title: string): Statement {
  const when = `in ${shownYear(figure.time_period)}`;
  const grade = wordedGrade(measure, figure.claim_grade);
  const missing = (sentence: string) =>
    statement(0, {
      mark: "missing",
      sentence,
      details: [claimOf(measure, figure.claim_grade).name.toLowerCase()],
      href: null,
    });
  if (figure.value === null) {
    const why = figure.status === "[c]" ? "is hidden, because few people stand behind it" : "is not available";
    return missing(`${measure.title} of “${title}” ${why} ${when}.`);
  }
  if (tooLittle(measure, figure))
    return missing(`${measure.title}: too little data to speak of “${title}” alone ${when}.`);
  const value = shownFigure(figure, measure.unit);
  const sentence = `${claimWords({ grade, measure, figure, value, when })}${beside.words}.`;
  return statement(grade, {
    mark: beside.isSignal ? "signal" : "none",
    sentence,
    details: evidenceOf(measure, figure, undefined),
    href: null,
  });
}

/** How a programme stands beside the others, as the end of a sentence, and whether that is past chance. */
interface Standing {
  words: string;
  isSignal: boolean;
}

/** Beside the programmes of the same year: it is one of many, so the bar is the higher one. */
function besideOthers(measure: PublishedMeasure, figure: Figure, others: readonly Figure[]): Standing {
  if (figure.value === null || tooLittle(measure, figure)) return { words: "", isSignal: false };
  const known = others
    .filter((one) => one.value !== null && !tooLittle(measure, one))
    .sort((one, other) => one.value! - other.value!);
  const [least, most] = [known.at(0), known.at(-1)];
  const shown = (one: Figure) => `“${one.category}” (${shownFigure(one, measure.unit)})`;
  if (most && most.value! > figure.value! && isHigherOfMany(most, figure)) {
    return { words: `, less than ${shown(most)} by more than chance gives`, isSignal: true };
  }
  if (least && least.value! < figure.value! && isHigherOfMany(figure, least)) {
    return { words: `, more than ${shown(least)} by more than chance gives`, isSignal: true };
  }
  return {
    words: known.length > 0 ? "; no difference from other programmes that can be told from chance" : "",
    isSignal: false,
  };
}

/**
 * What one would say of a programme at the meeting: what was found, what it cost, what was decided, and which levels are silent.
 *
 * @param payers - whose costs are shown, where they are not everybody's: a school's readers see its own and those of the whole
 */
export function programmeStory(
  programme: CycleProgramme,
  levels: readonly ProgrammeLevel[],
  cycle: CycleSlice,
  addresses: Addresses,
  payers: string[] = [],
): Statement[] {
  const found = levels.flatMap(({ findings }) =>
    findings.map(({ measure, statement: one }) => ({
      ...one,
      href: `${addresses.measure(measure.id)}&breakdown=${breakdown}`,
    })),
  );
  const silent = levels.filter(({ findings }) => findings.length === 0).map(({ name }) => `“${name}”`);
  const marked = (mark: Statement["mark"]) => found.filter((one) => one.mark === mark);
  return [
    ...marked("signal"),
    ...marked("none"),
    decision(programme),
    money(programme, cycle, payers),
    ...marked("missing"),
    ...(silent.length > 0 ? [silence(silent)] : []),
  ];
}

function decision({ decision: verdict, decided_on }: CycleProgramme): Statement {
  if (verdict === null) {
    const sentence = "Nothing has been decided yet about whether to keep, change or stop it.";
    return statement(0, {
      mark: "missing",
      sentence,
      details: ["its owner decides when it is looked back on"],
      href: "#decision",
    });
  }
  const sentence = `Decided: ${verdicts[verdict].toLowerCase()}.`;
  return statement(0, {
    mark: "none",
    sentence,
    details: decided_on ? [`on ${shownDate(decided_on)}`] : [],
    href: "#decision",
  });
}

function money({ id }: CycleProgramme, cycle: CycleSlice, payers: readonly string[]): Statement {
  const whose = payers.length > 0 ? [`paid by ${listed(payers)}; what others paid is not in it`] : [];
  const costs = cycle.costs.filter(({ programme_id }) => programme_id === id);
  const years = [...new Set(costs.map(({ time_period }) => time_period))].sort((one, other) => one - other);
  const spent = spentOf(costs);
  if (spent.amount === null) {
    const sentence = spent.hides
      ? "What it cost is hidden, as it was spent on a few people."
      : "No cost of it is on record.";
    return statement(0, { mark: "missing", sentence, details: whose, href: "#costs" });
  }
  const from = years[0]!;
  const since = years.length > 1 ? `since ${shownYear(from)}` : `in ${shownYear(from)}`;
  const sentence = `${shownSpent(spent)} is on record as spent on it ${since}.`;
  return statement(0, {
    mark: "none",
    sentence,
    details: ["staff time included, where it is recorded", ...whose],
    href: "#costs",
  });
}

function silence(names: readonly string[]): Statement {
  const sentence =
    names.length === 1
      ? `Nothing is known of this programme by itself at the level ${names[0]}.`
      : `Nothing is known of this programme by itself at ${counted(names.length, "level")}: ${names.join(" and ")}.`;
  return statement(0, {
    mark: "missing",
    sentence: capitalised(sentence),
    details: ["figures there are of the school or the whole, and cannot be told apart by programme"],
    href: null,
  });
}
