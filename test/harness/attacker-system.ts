/** Everything that a reader knows of the figures of one year that can be put side by side, as one system of sums. */
import type { Figure } from "../../pipelines/contract.ts";
import type { Measure } from "../../pipelines/measures/define.ts";
import { linkDistributions, linkStaff } from "./attacker-links.ts";
import { type Amount, newSystem, type System } from "./attacker-lp.ts";
import { cellOf, keyOf, type Making, type Sum, sumsAmong, type Truth } from "./attacker-sums.ts";

/** The figures of one release, or of one audience, as a reader has them, and the truth behind them. */
export interface Reading {
  figures: readonly Figure[];
  truth: Truth;
}

/** All that a reader has and knows. */
export interface Knowledge {
  measures: readonly Measure[];
  /** What is shown or hidden last comes last. */
  readings: readonly Reading[];
  /** Places whose numbers are the same in all readings; null is the trust. */
  isSame(school: string | null): boolean;
  /** Whether the reader has the figures of all schools, and so all the parts of the trust. */
  hasAllSchools: boolean;
  teacherGroups: readonly string[];
}

/** Measures of exactly the same people. */
export interface Alike {
  base: string | undefined;
  measures: Measure[];
}

/** A system in the making, and where the numbers behind figures are in it. */
export interface Attack extends Knowledge {
  system: System;
  alike: Alike[];
  /** How many people stand behind a figure of a reading, by its index. */
  peopleOf(figure: Figure, index: number): Amount;
  /** How many of them did, of a share; null of other measures. */
  didOf(figure: Figure, index: number): Amount | null;
  /** How many chose a category of a distribution. */
  chosenOf(figure: Figure, index: number): Amount;
}

/** The system of one family of measures and year. */
export function systemOf(knowledge: Knowledge): Attack {
  const attack = newAttack(knowledge);
  for (const [index, { figures, truth }] of knowledge.readings.entries()) {
    for (const measure of knowledge.measures) {
      const { distributions = [], unit } = measure.definition;
      const own = figures.filter(({ measure_id }) => measure_id === measure.id);
      const plain = own.filter(({ breakdown }) => !distributions.includes(breakdown));
      for (const sum of sumsAmong(plain)) addSum(attack, sum, index, truth.making(sum, unit === "percent"));
      for (const figure of plain) attack.didOf(figure, index);
      linkDistributions(attack, measure, own, index);
    }
    linkStaff(attack, index);
  }
  return attack;
}

function newAttack(knowledge: Knowledge): Attack {
  const { readings, measures, isSame } = knowledge;
  const system = newSystem();
  const alike = alikeAmong(measures, readings);
  const seen = readings.map(({ figures }) => new Map(figures.map((figure) => [keyOf(figure), figure])));
  const memory = new Map<string, Amount>();
  const keyIn = (what: string, figure: Figure, index: number) =>
    `${what} ${cellOf(figure)} ${isSame(figure.school_urn) ? "" : index}`;
  /** The same number wherever readings say the same of a place. */
  const amountOf = (key: string, figure: Figure, index: number, ids: string[], what: "numerator" | "denominator") => {
    const known = memory.get(key);
    if (known) return known;
    const figures = (isSame(figure.school_urn) ? seen : [seen[index]!]).flatMap((keys) =>
      ids.flatMap((measure_id) => keys.get(keyOf({ ...figure, measure_id })) ?? []),
    );
    // Without anybody there is no figure, or one that says so.
    const shown = figures.find(({ status }) => status !== "[c]");
    const amount = shown || figures.length === 0 ? { shown: shown?.[what] ?? 0 } : system.unknown();
    memory.set(key, amount);
    return amount;
  };
  const ownOf = new Map(alike.flatMap((own) => own.measures.map((measure) => [measure.id, { own, measure }])));
  const peopleOf = (figure: Figure, index: number) => {
    const ids = ownOf.get(figure.measure_id)!.own.measures.map(({ id }) => id);
    return amountOf(keyIn(`people ${ids[0]}`, figure, index), figure, index, ids, "denominator");
  };
  const chosenOf = (figure: Figure, index: number) =>
    amountOf(keyIn(`did ${figure.measure_id}`, figure, index), figure, index, [figure.measure_id], "numerator");
  const didOf = (figure: Figure, index: number) => {
    if (ownOf.get(figure.measure_id)!.measure.definition.unit !== "percent") return null;
    const key = keyIn(`did ${figure.measure_id}`, figure, index);
    const isNew = !memory.has(key);
    const did = chosenOf(figure, index);
    if (isNew) {
      system.makeSomething([
        [peopleOf(figure, index), 1],
        [did, -1],
      ]);
    }
    return did;
  };
  return { ...knowledge, system, alike, peopleOf, didOf, chosenOf };
}

function alikeAmong(measures: readonly Measure[], readings: readonly Reading[]): Alike[] {
  const alike: Alike[] = [];
  const year = readings.flatMap(({ figures }) => figures)[0]!.time_period;
  for (const measure of measures) {
    const { base } = measure.definition;
    const isSame = (one: Alike) =>
      base !== undefined &&
      one.base === base &&
      one.measures.every(({ id }) => readings.every(({ truth }) => truth.isAlike(id, measure.id, year)));
    const same = alike.find(isSame);
    if (same) same.measures.push(measure);
    else alike.push({ base, measures: [measure] });
  }
  return alike;
}

/** One sum of people and, where it is known who did, of these. */
function addSum(attack: Attack, { whole, parts }: Sum, index: number, making: Making): void {
  if (making === "none") return;
  const { system, peopleOf, didOf, hasAllSchools } = attack;
  const isOfSchools = whole.school_urn === null && parts[0]!.school_urn !== null;
  const isAll = making === "all" && (hasAllSchools || !isOfSchools);
  const rest = isAll ? { shown: 0 } : system.unknown();
  const of = (figure: Figure) => [peopleOf(figure, index), -1] as const;
  system.makeNothing([[peopleOf(whole, index), 1], [rest, -1], ...parts.map(of)]);
  const did = didOf(whole, index);
  if (did === null) return;
  const restDid = isAll ? { shown: 0 } : system.unknown();
  system.makeNothing([[did, 1], [restDid, -1], ...parts.map((part) => [didOf(part, index)!, -1] as const)]);
  system.makeSomething([
    [rest, 1],
    [restDid, -1],
  ]);
}
