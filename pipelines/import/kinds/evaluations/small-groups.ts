/** Where somebody who answered works, as far as the answer says. */
export interface Whereabouts {
  school_urn: string | null;
  staff_group: string | null;
}

/**
 * Leaves out what would tell on few people: the staff group where fewer than `least` answered from that group at that school, then the
 * school where fewer answered from it. Where those left out are few themselves, the smallest of the others is left out with them, as
 * otherwise they would be known as the rest.
 *
 * @param from - one for each person who answered about one activity
 * @returns the same people in the same order
 */
export function hideSmallGroups(from: readonly Whereabouts[], least: number): Whereabouts[] {
  const inGroup = countBy(from, groupKey);
  const people = from.map((one) => ({
    school_urn: one.school_urn,
    staff_group: (inGroup.get(groupKey(one)) ?? 0) < least ? null : one.staff_group,
  }));
  hideSmall(
    people,
    least,
    (one) => one.school_urn,
    (one) => {
      one.school_urn = null;
      one.staff_group = null;
    },
  );
  const schools = new Set(people.map(({ school_urn }) => school_urn));
  for (const school of schools) {
    const there = people.filter(({ school_urn }) => school_urn === school);
    hideSmall(
      there,
      least,
      (one) => one.staff_group,
      (one) => {
        one.staff_group = null;
      },
    );
  }
  return people;
}

const groupKey = ({ school_urn, staff_group }: Whereabouts) => JSON.stringify([school_urn, staff_group]);

/** Hides every part smaller than `least`, and the smallest other one while those without a part are few. */
function hideSmall<One>(
  people: One[],
  least: number,
  partOf: (one: One) => string | null,
  hide: (one: One) => void,
): void {
  const hideAll = (part: string) => {
    for (const one of people) if (partOf(one) === part) hide(one);
  };
  for (const [part, count] of countBy(people, partOf)) if (part !== null && count < least) hideAll(part);
  for (;;) {
    const counts = countBy(people, partOf);
    const without = counts.get(null) ?? 0;
    const smallest = [...counts]
      .filter((entry): entry is [string, number] => entry[0] !== null)
      .sort(([one, count], [other, otherCount]) => count - otherCount || (one < other ? -1 : 1))[0];
    if (without === 0 || without >= least || !smallest) return;
    hideAll(smallest[0]);
  }
}

function countBy<One, Part>(people: readonly One[], partOf: (one: One) => Part): Map<Part, number> {
  const counts = new Map<Part, number>();
  for (const one of people) counts.set(partOf(one), (counts.get(partOf(one)) ?? 0) + 1);
  return counts;
}
