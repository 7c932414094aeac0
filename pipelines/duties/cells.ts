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
 * The cell of each of these people, in their order, as fine as it may be. What is left over of a school may take the next group with it and still
 * say the school, or say nothing together with what is left over elsewhere: whichever says more in all is chosen.
 *
 * @param threshold - the fewest that a cell may hold, where it holds anybody
 */
export function safeCells(people: readonly Cell[], threshold: number): Cell[] {
  const schools = [...new Set(people.flatMap((one) => one.school_urn ?? []))].sort();
  const counts = new Map<string, Kind>();
  for (const one of people) {
    const known = counts.get(nameOf(one));
    if (known) known.size += 1;
    else counts.set(nameOf(one), { name: nameOf(one), cell: one.school_urn === null ? blank : one, size: 1 });
  }
  const kinds = [...counts.values()].sort((one, other) => (one.name < other.name ? -1 : 1));
  let best = arrange(kinds, threshold, new Set());
  for (const start of [[], schools]) {
    let silent = new Set(start);
    let found = arrange(kinds, threshold, silent);
    for (const school of schools) {
      const other = new Set([...schools].filter((one) => silent.has(one) !== (one === school)));
      const tried = arrange(kinds, threshold, other);
      if (worth(tried) <= worth(found)) continue;
      silent = other;
      found = tried;
    }
    if (worth(found) > worth(best)) best = found;
  }
  const cells = new Map(best.map(({ name, cell: { school_urn, staff_group } }) => [name, { school_urn, staff_group }]));
  return people.map((one) => cells.get(nameOf(one))!);
}

/** People of one school and group, how many they are, and the cell they are in. */
interface Kind {
  name: string;
  cell: Cell;
  size: number;
}

/** How much these cells say in all: a group and its school count twice as much as a school. */
function worth(kinds: readonly Kind[]): number {
  const said = ({ school_urn, staff_group }: Cell) => Number(school_urn !== null) + Number(staff_group !== null);
  return kinds.reduce((sum, { cell, size }) => sum + said(cell) * size, 0);
}

/** Cells in which the left-overs of the `silent` schools say nothing, and those of the others their school. */
function arrange(given: readonly Kind[], threshold: number, silent: ReadonlySet<string>): Kind[] {
  const kinds = given.map((kind) => ({ ...kind }));
  const move = (from: Cell, to: Cell) => {
    for (const kind of kinds) if (isSame(kind.cell, from)) kind.cell = to;
  };
  const sizeOf = (cell: Cell) => kinds.reduce((sum, kind) => sum + (isSame(kind.cell, cell) ? kind.size : 0), 0);
  const isTooSmall = (cell: Cell) => {
    const size = sizeOf(cell);
    return size > 0 && size < threshold;
  };
  /** The one that the fewest are in; between equals the first by name, so that the same people always have the same cells. */
  const smallest = (cells: Cell[]) => {
    const ranked = cells.map((cell) => ({ cell, size: sizeOf(cell), name: nameOf(cell) }));
    ranked.sort((one, other) => one.size - other.size || (one.name < other.name ? -1 : 1));
    return ranked[0]!.cell;
  };

  for (const school_urn of new Set(kinds.flatMap(({ cell }) => cell.school_urn ?? []))) {
    const rest: Cell = { school_urn, staff_group: null };
    const groups = () =>
      distinct(kinds.map(({ cell }) => cell)).filter(
        (cell) => cell.school_urn === school_urn && cell.staff_group !== null,
      );
    for (const small of groups().filter(isTooSmall)) move(small, rest);
    // What is left of the school is too few: the next smallest of its groups goes with them.
    while (!silent.has(school_urn) && isTooSmall(rest) && groups().length > 0) move(smallest(groups()), rest);
    if (isTooSmall(rest)) move(rest, blank);
  }
  const named = () => distinct(kinds.map(({ cell }) => cell)).filter((cell) => cell.school_urn !== null);
  while (isTooSmall(blank) && named().length > 0) move(smallest(named()), blank);
  return kinds;
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
  const silent = all.filter((cell) => isSame(cell, blank)).length;
  const isBlankSafe = silent >= threshold || silent === all.length;
  return joined.map((cell) => (isSame(cell, blank) && !isBlankSafe ? null : cell));
}

const nameOf = (cell: Cell) => JSON.stringify([cell.school_urn, cell.staff_group]);

function isSame(one: Cell, other: Cell): boolean {
  return one.school_urn === other.school_urn && one.staff_group === other.staff_group;
}

function distinct(cells: readonly Cell[]): Cell[] {
  return [...new Map(cells.map((cell) => [nameOf(cell), cell])).values()];
}
