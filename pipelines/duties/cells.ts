/**
 * What an answer may say of whoever gave it: their school and staff group, their school, or neither.
 *
 * Those who are asked fall into cells, one for each thing that an answer may say. Whoever knows who was asked, and sees an answer,
 * can tell no more than the cell; so each holds at least the threshold many, and so do those who say nothing: what is
 * left blank must not point at the few that are left over. Where fewer than the threshold are asked at all, nobody says anything.
 */

/** Where somebody works and as what, or what of that an answer may say. A group never stands without its school. */
export interface Cell {
  school_urn: string | null;
  staff_group: string | null;
}

const blank: Cell = { school_urn: null, staff_group: null };

/**
 * The cell of each of these people, in their order, as fine as it may be.
 *
 * @param threshold - the fewest that a cell may hold, where it holds anybody
 */
export function safeCells(people: readonly Cell[], threshold: number): Cell[] {
  let cells = people.map(({ school_urn, staff_group }) => (school_urn === null ? blank : { school_urn, staff_group }));
  const move = (from: Cell, to: Cell) => {
    cells = cells.map((cell) => (isSame(cell, from) ? to : cell));
  };
  const isTooSmall = (cell: Cell) => {
    const size = sizeOf(cells, cell);
    return size > 0 && size < threshold;
  };

  for (const school_urn of new Set(cells.flatMap((cell) => cell.school_urn ?? []))) {
    const rest: Cell = { school_urn, staff_group: null };
    const groups = () => distinct(cells).filter((cell) => cell.school_urn === school_urn && cell.staff_group !== null);
    for (const small of groups().filter(isTooSmall)) move(small, rest);
    // What is left of the school is too few: the next smallest of its groups goes with them.
    while (isTooSmall(rest) && groups().length > 0) move(smallest(groups(), cells), rest);
    if (isTooSmall(rest)) move(rest, blank);
  }
  const named = () => distinct(cells).filter((cell) => cell.school_urn !== null);
  while (isTooSmall(blank) && named().length > 0) move(smallest(named(), cells), blank);
  return cells;
}

/**
 * The cells of people who are asked when others, whose cells stand because answers came, were asked before.
 *
 * @param standing - the cells of those who were asked before, one for each of them
 * @returns for each newcomer the finest cell that is there already, or neither; null where they would be told by it
 */
export function joinCells(standing: readonly Cell[], newcomers: readonly Cell[], threshold: number): (Cell | null)[] {
  const known = distinct(standing);
  const joined = newcomers.map((one) => {
    const choices: Cell[] = one.school_urn === null ? [] : [one, { ...one, staff_group: null }];
    return choices.find((choice) => known.some((cell) => isSame(cell, choice))) ?? blank;
  });
  const all = [...standing, ...joined];
  const isBlankSafe = sizeOf(all, blank) >= threshold || all.every((cell) => isSame(cell, blank));
  return joined.map((cell) => (isSame(cell, blank) && !isBlankSafe ? null : cell));
}

function isSame(one: Cell, other: Cell): boolean {
  return one.school_urn === other.school_urn && one.staff_group === other.staff_group;
}

function sizeOf(cells: readonly Cell[], wanted: Cell): number {
  return cells.filter((cell) => isSame(cell, wanted)).length;
}

const nameOf = (cell: Cell) => JSON.stringify([cell.school_urn, cell.staff_group]);

function distinct(cells: readonly Cell[]): Cell[] {
  return [...new Map(cells.map((cell) => [nameOf(cell), cell])).values()];
}

/** The one that the fewest are in; between equals the first by name, so that the same people always have the same cells. */
function smallest(choices: Cell[], cells: readonly Cell[]): Cell {
  const order = (one: Cell, other: Cell) =>
    sizeOf(cells, one) - sizeOf(cells, other) || (nameOf(one) < nameOf(other) ? -1 : 1);
  return [...choices].sort(order)[0]!;
}
