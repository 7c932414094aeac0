/** What a reader knows beside plain sums: how answers are shared out, and which staff are teachers. */
import type { Figure } from "../../pipelines/contract.ts";
import { groupBy } from "../../pipelines/import/group.ts";
import type { Measure } from "../../pipelines/measures/define.ts";
import type { Amount } from "./attacker-lp.ts";
import type { Attack } from "./attacker-system.ts";

const minus = (amount: Amount) => [amount, -1] as const;

/** The answers to a question add up to all of them, those of the schools to the trust's, and the favourable ones to the numerator. */
export function linkDistributions(attack: Attack, measure: Measure, figures: readonly Figure[], index: number): void {
  const { system, peopleOf, didOf, chosenOf, hasAllSchools } = attack;
  const { truth } = attack.readings[index]!;
  const total = (some: readonly Figure[]) => some.reduce((sum, figure) => sum + truth.of(figure).numerator, 0);
  for (const breakdown of measure.definition.distributions ?? []) {
    const answers = figures.filter((figure) => figure.breakdown === breakdown);
    const places = [...groupBy(answers, ({ school_urn }) => school_urn ?? "").values()].flatMap((own) => {
      const whole = figures.find((figure) => figure.breakdown === "total" && figure.school_urn === own[0]!.school_urn);
      return whole && total(own) === truth.of(whole).denominator ? [{ whole, own }] : [];
    });
    const favourable = favourableAmong([...new Set(answers.map(({ category }) => category))].sort(), (some) =>
      places.every(
        ({ whole, own }) => total(own.filter(({ category }) => some.has(category))) === truth.of(whole).numerator,
      ),
    );
    for (const { whole, own } of places) {
      system.makeNothing([[peopleOf(whole, index), 1], ...own.map((answer) => minus(chosenOf(answer, index)))]);
      if (!favourable) continue;
      const chosen = own.filter(({ category }) => favourable.has(category));
      system.makeNothing([[didOf(whole, index)!, 1], ...chosen.map((answer) => minus(chosenOf(answer, index)))]);
    }
    for (const same of groupBy(answers, ({ category }) => category).values()) {
      const whole = same.find(({ school_urn }) => school_urn === null);
      const parts = same.filter(({ school_urn }) => school_urn !== null);
      if (!whole || parts.length === 0 || total(parts) > total([whole])) continue;
      const isAll = hasAllSchools && total(parts) === total([whole]);
      const rest = isAll ? { shown: 0 } : system.unknown();
      system.makeNothing([
        [chosenOf(whole, index), 1],
        minus(rest),
        ...parts.map((answer) => minus(chosenOf(answer, index))),
      ]);
    }
  }
}

/** The favourable answers are the last ones of the scale, if any, and never all of them: that they all are in one place and year is what is hidden. */
function favourableAmong(scale: readonly string[], isSo: (some: ReadonlySet<string>) => boolean): Set<string> | null {
  const ends = scale.slice(1).map((_, index) => new Set(scale.slice(index + 1)));
  return ends.find(isSo) ?? null;
}

/** Teachers are the staff of some groups, and support staff are all others. */
export function linkStaff(attack: Attack, index: number): void {
  const { system, alike, peopleOf, teacherGroups } = attack;
  const { figures, truth } = attack.readings[index]!;
  const people = (figure: Figure) => truth.of(figure).denominator;
  const of = (base: string) =>
    alike
      .filter((own) => own.base === base)
      .map(({ measures }) => {
        const ids = new Set(measures.map(({ id }) => id));
        const own = figures.filter(({ measure_id }) => ids.has(measure_id));
        const totals = new Map(
          own.filter(({ breakdown }) => breakdown === "total").map((one) => [one.school_urn, one]),
        );
        return { own, totals };
      });
  const [staff, teachers, support] = [of("staff_in_post"), of("teachers_in_post"), of("support_staff_in_post")];
  for (const all of staff) {
    for (const some of teachers) {
      const links = [...some.totals].flatMap(([place, whole]) => {
        const groups = all.own.filter(
          ({ school_urn, breakdown, category }) =>
            school_urn === place && breakdown === "staff_group" && teacherGroups.includes(category),
        );
        const parts = [...new Map(groups.map((figure) => [figure.category, figure])).values()];
        return parts.length > 0 ? [{ whole, parts }] : [];
      });
      if (links.every(({ whole, parts }) => people(whole) === parts.reduce((sum, part) => sum + people(part), 0))) {
        for (const { whole, parts } of links) {
          system.makeNothing([[peopleOf(whole, index), 1], ...parts.map((part) => minus(peopleOf(part, index)))]);
        }
      }
      for (const others of support) {
        for (const [place, whole] of all.totals) {
          const [teacher, other] = [some.totals.get(place), others.totals.get(place)];
          if (!teacher || !other || people(whole) !== people(teacher) + people(other)) continue;
          system.makeNothing([
            [peopleOf(whole, index), 1],
            minus(peopleOf(teacher, index)),
            minus(peopleOf(other, index)),
          ]);
        }
      }
    }
  }
}
