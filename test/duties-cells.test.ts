import { describe, expect, test } from "vitest";
import { type Cell, joinCells, safeCells } from "../pipelines/duties/cells.ts";
import { groupBy } from "../pipelines/import/group.ts";

/** So many people of one school and group. */
const people = (count: number, school_urn: string | null, staff_group: string | null = null): Cell[] =>
  Array.from({ length: count }, () => ({ school_urn, staff_group }));

/** How many are in each cell, as "school group: 5". */
function sizes(cells: Cell[]): string[] {
  const counts = groupBy(cells, ({ school_urn, staff_group }) => `${school_urn ?? "–"} ${staff_group ?? "–"}`);
  return [...counts].map(([name, members]) => `${name}: ${members.length}`).sort();
}

describe("with a threshold of five", () => {
  test("an answer says its school and group where five of them were asked", () => {
    const asked = [...people(5, "A", "teachers"), ...people(6, "A", "support"), ...people(7, "B", "teachers")];
    expect(safeCells(asked, 5)).toEqual(asked);
  });

  test("a small group says its school alone, when the rest of the school is enough", () => {
    const asked = [...people(8, "A", "teachers"), ...people(3, "A", "support"), ...people(2, "A", "leaders")];
    expect(sizes(safeCells(asked, 5))).toEqual(["A teachers: 8", "A –: 5"]);
  });

  test("two people left over take the next smallest group with them", () => {
    const asked = [...people(8, "A", "teachers"), ...people(5, "A", "support"), ...people(2, "A", "leaders")];
    expect(sizes(safeCells(asked, 5))).toEqual(["A teachers: 8", "A –: 7"]);
  });

  test("a lone school's blank would point at it, so that the next smallest cell goes blank too", () => {
    const asked = [...people(9, "A", "teachers"), ...people(5, "B", "teachers"), ...people(1, "C", "teachers")];
    expect(sizes(safeCells(asked, 5))).toEqual(["A teachers: 9", "– –: 6"]);
  });

  test("what is left over in two schools goes blank together, where that costs less than blanking their groups", () => {
    const asked = [...people(8, "A", "teachers"), ...people(3, "A", "support"), ...people(2, "B", "teachers")];
    expect(sizes(safeCells(asked, 5))).toEqual(["A teachers: 8", "– –: 5"]);
  });

  test("nobody says anything where fewer than five were asked", () => {
    expect(sizes(safeCells(people(4, "A", "teachers"), 5))).toEqual(["– –: 4"]);
  });

  test("those without a post are counted with whoever says nothing", () => {
    const asked = [...people(6, "A", "teachers"), ...people(1, null)];
    expect(sizes(safeCells(asked, 5))).toEqual(["– –: 7"]);
  });

  test("somebody who is asked later joins the finest cell that stands", () => {
    const standing = [...people(5, "A", "teachers"), ...people(5, "A")];
    const newcomers = [...people(1, "A", "teachers"), ...people(1, "A", "leaders")];
    expect(joinCells(standing, newcomers, 5)).toEqual([...people(1, "A", "teachers"), ...people(1, "A")]);
  });

  test("somebody who is asked later and would be the only one without a school is not asked yet", () => {
    const standing = people(5, "A", "teachers");
    expect(joinCells(standing, people(1, "B", "teachers"), 5)).toEqual([null]);
    expect(joinCells(standing, people(5, "B", "teachers"), 5)).toEqual(people(5, null));
    expect(joinCells(people(2, null), people(1, "B", "teachers"), 5)).toEqual(people(1, null));
  });
});

/** Numbers that look random and are the same at every run (a linear congruential generator). */
function generator(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state = (state * 1_664_525 + 1_013_904_223) % 2 ** 32;
    return Math.floor((state / 2 ** 32) * below);
  };
}

test("whoever is asked, no cell holds fewer than the threshold, and none says what is not so", () => {
  const faults: string[] = [];
  for (let seed = 1; seed <= 600; seed += 1) {
    const next = generator(seed);
    const threshold = 3 + next(8);
    const invent = (count: number) =>
      Array.from({ length: count }, () => {
        const school = next(7);
        return { school_urn: school === 6 ? null : `S${school}`, staff_group: next(5) === 4 ? null : `G${next(4)}` };
      });
    const asked = invent(next(80));
    const cells = safeCells(asked, threshold);
    const added = invent(next(12));
    const joined = cells.length > 0 ? joinCells(cells, added, threshold) : [];

    for (const all of [cells, [...cells, ...joined.filter((cell) => cell !== null)]]) {
      const found = [...groupBy(all, (cell) => JSON.stringify(cell)).values()].map(({ length }) => length);
      // One cell for everybody tells nothing, however few they are.
      if (found.length > 1 && Math.min(...found) < threshold)
        faults.push(`seed ${seed}: a cell of ${Math.min(...found)}`);
    }
    const said = [...asked, ...added].map((one, index) => [one, [...cells, ...joined][index]] as const);
    for (const [one, cell] of said) {
      if (!cell) continue;
      const isTrue =
        [null, one.school_urn].includes(cell.school_urn) && [null, one.staff_group].includes(cell.staff_group);
      if (!isTrue || (cell.school_urn === null && cell.staff_group !== null)) faults.push(`seed ${seed}: not so`);
    }
    if (asked.length < threshold && cells.some(({ school_urn }) => school_urn !== null))
      faults.push(`seed ${seed}: too few`);
  }
  expect(faults).toEqual([]);
});

test("nothing is blanked that need not be: where every group of every school is large enough, all of it is said", () => {
  for (let seed = 1; seed <= 50; seed += 1) {
    const next = generator(seed);
    const asked = Array.from({ length: 1 + next(20) }, (_, index) => people(5 + next(9), `S${index % 5}`, `G${index}`));
    expect(safeCells(asked.flat(), 5)).toEqual(asked.flat());
  }
});
