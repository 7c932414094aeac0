/** A reader with a linear-programming solver: how closely each hidden figure follows from all that the reader can open. */
import type { Figure } from "../../pipelines/contract.ts";
import type { Range, Terms } from "./attacker-lp.ts";
import { familyOf } from "./attacker-sums.ts";
import { type Knowledge, systemOf } from "./attacker-system.ts";

/** How wide the ranges behind a hidden figure must be; 0 where it does not matter. */
export interface Widths {
  denominator: number;
  numerator: number;
  complement: number;
}

/** A number behind a hidden figure that the reader has found more closely than the reader may. */
export interface Finding extends Range {
  figure: Figure;
  what: keyof Widths | "figure";
  width: number;
}

/**
 * All numbers behind hidden figures that follow too closely from what a reader has.
 *
 * Everything that adds up is put into one system for each year and family of measures: numerators and the others, people whom several
 * measures count, distributions, and teachers and support staff among the staff.
 *
 * @param widthsOf - how wide the range of a hidden figure of a reading (by its index) must be
 * @returns the findings, and how many numbers were looked for
 */
export function attack(
  knowledge: Knowledge,
  widthsOf: (figure: Figure, reading: number) => Widths | null,
): { findings: Finding[]; sought: number } {
  const findings: Finding[] = [];
  let sought = 0;
  const familyOfId = new Map(knowledge.measures.map((measure) => [measure.id, familyOf(measure)]));
  const nameOf = (figure: Figure) => `${familyOfId.get(figure.measure_id)} ${figure.time_period}`;
  const isProtected = new Map(
    knowledge.measures.map(({ id, definition: { counts } }) => [id, counts === "people" || counts === "answers"]),
  );
  const hidden = knowledge.readings.flatMap(({ figures }) =>
    figures.filter(({ measure_id, status }) => status === "[c]" && isProtected.get(measure_id)),
  );
  for (const name of new Set(hidden.map(nameOf))) {
    const readings = knowledge.readings.map(({ figures, truth }) => ({
      truth,
      figures: figures.filter((figure) => nameOf(figure) === name),
    }));
    const ids = new Set(readings.flatMap(({ figures }) => figures.map(({ measure_id }) => measure_id)));
    const measures = knowledge.measures.filter(({ id }) => ids.has(id));
    const { system, peopleOf, didOf } = systemOf({ ...knowledge, readings, measures });
    const isShared = new Set(
      measures.flatMap(({ id, definition: { distributions = [] } }) => distributions.map((name) => `${id} ${name}`)),
    );
    const targets = readings.flatMap(({ figures }, index) =>
      figures.flatMap((figure) => {
        const isSought = figure.status === "[c]" && !isShared.has(`${figure.measure_id} ${figure.breakdown}`);
        const widths = isSought ? widthsOf(figure, index) : null;
        if (!widths) return [];
        const [denominator, numerator] = [peopleOf(figure, index), didOf(figure, index)];
        const terms: Record<keyof Widths, Terms | null> = {
          denominator: [[denominator, 1]],
          numerator: numerator && [[numerator, 1]],
          complement: numerator && [
            [denominator, 1],
            [numerator, -1],
          ],
        };
        const sought = (["denominator", "numerator", "complement"] as const).flatMap((what) => {
          const width = widths[what];
          return width > 0 && terms[what] ? [{ figure, what, width, terms: terms[what] }] : [];
        });
        // Who knows how many there are and how many of them did knows the figure; how many there are says nothing of their hours.
        const exactly = terms.numerator
          ? [terms.denominator!, terms.numerator].map((own) => ({
              figure,
              what: "figure" as const,
              width: 1,
              terms: own,
            }))
          : [];
        return [...sought, ...exactly];
      }),
    );
    sought += targets.length;
    if (targets.length === 0) continue;
    const ranges = system.ranges(targets);
    const found = targets.flatMap(({ figure, what, width }, index) => {
      const { least, most } = ranges[index]!;
      return most - least < width - 1e-6 ? [{ figure, what, width, least, most }] : [];
    });
    const isOpen = (one: Finding) =>
      targets.some(({ figure, what }, index) => {
        const { least, most } = ranges[index]!;
        return what === "figure" && figure === one.figure && most - least >= 1 - 1e-6;
      });
    findings.push(...found.filter((one) => one.what !== "figure" || !isOpen(one)));
  }
  return { findings, sought };
}
