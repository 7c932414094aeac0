import { academicYears, addDays } from "./calendar.ts";
import { type Random, randomStream } from "./random.ts";
import { type DemoSchool, demoSchools, joinedOn, type StaffGroup } from "./schools.ts";

/** Why a spell ended, as `employments.destination` says it. */
export type Destination = "own_trust" | "other_state_school" | "left_state_sector" | "retired" | "unknown";

/** One person's time in one post. */
export interface Spell {
  school: DemoSchool;
  group: StaffGroup;
  startsOn: string;
  /** The last day; null while in post. */
  endsOn: string | null;
  destination: Destination | null;
  /** Counts people; a move or a promotion inside the trust gives two spells the same number. */
  person: number;
}

/** The share of each group's posts that change hands in a year, promotions included. */
const yearlyChange: Record<StaffGroup, number> = {
  senior_leaders: 0.09,
  middle_leaders: 0.13,
  teachers: 0.16,
  early_career_teachers: 0,
  teaching_assistants: 0.14,
  support_staff: 0.13,
  governors: 0.2,
};

/** Which posts people move up or across from, and how often a new start is filled that way. */
const moves: readonly { to: StaffGroup; from: StaffGroup; sameSchool: boolean; share: number }[] = [
  { to: "senior_leaders", from: "middle_leaders", sameSchool: true, share: 0.45 },
  { to: "senior_leaders", from: "middle_leaders", sameSchool: false, share: 0.35 },
  { to: "middle_leaders", from: "teachers", sameSchool: true, share: 0.5 },
  { to: "middle_leaders", from: "teachers", sameSchool: false, share: 0.2 },
  { to: "teachers", from: "early_career_teachers", sameSchool: true, share: 0.85 },
  { to: "teachers", from: "early_career_teachers", sameSchool: false, share: 0.3 },
  { to: "teachers", from: "teachers", sameSchool: false, share: 0.12 },
  { to: "teaching_assistants", from: "teaching_assistants", sameSchool: false, share: 0.12 },
  { to: "support_staff", from: "support_staff", sameSchool: false, share: 0.08 },
];

/** Every spell of the demo, in the order of their schools and posts; those in post today fill every post once. */
export function demoSpells(today: string): Spell[] {
  const random = randomStream("posts");
  const spells = demoSchools.flatMap((school) => {
    const groups = Object.entries(school.posts) as [StaffGroup, number][];
    return groups.flatMap(([group, count]) =>
      Array.from({ length: count }, (_, index) => spellsOfPost(school, group, index, today, random)).flat(),
    );
  });
  return people(spells, random);
}

/** Works backwards from whoever holds the post today to the first of the five years. */
function spellsOfPost(school: DemoSchool, group: StaffGroup, index: number, today: string, random: Random): Spell[] {
  const years = academicYears(today);
  const firstDay = [joinedOn(school, today), `${years[0]}-09-01`].sort().at(-1)!;
  const isEct = group === "early_career_teachers";
  const lastDays = years
    .flatMap((year) => [
      // A newly qualified teacher holds the post for two years, then counts among the teachers.
      { on: `${year}-08-31`, chance: isEct ? ((year + index) % 2 === 0 ? 1 : 0) : yearlyChange[group] * 0.7 },
      { on: `${year}-12-31`, chance: isEct ? 0 : yearlyChange[group] * 0.15 },
      { on: `${year + 1}-04-30`, chance: isEct ? 0 : yearlyChange[group] * 0.15 },
    ])
    .filter(({ on }) => on >= firstDay && on < today)
    .reverse();

  const spells: Spell[] = [];
  let endsOn: string | null = null;
  for (const { on, chance } of lastDays) {
    if (!random.chance(chance)) continue;
    spells.push({ school, group, startsOn: addDays(on, 1), endsOn, destination: null, person: 0 });
    endsOn = on;
  }
  const before = isEct ? 1 + ((years[0]! + index) % 2 === 0 ? -1 : 0) : Math.ceil(random.number() ** 2 * 14);
  const startedOn = `${years[0]! - before}-09-01`;
  // A school that joined later has told the trust nothing of the years before.
  const startsOn = school.joinedYearsAgo === null ? startedOn : firstDay;
  return [...spells, { school, group, startsOn, endsOn, destination: null, person: 0 }];
}

/** Numbers the people behind the spells, some of whom moved, and says where the others went. */
function people(spells: Spell[], random: Random): Spell[] {
  const follows = new Map<Spell, Spell>();
  const taken = new Set<Spell>();
  const inOrder = random
    .shuffled(spells)
    .sort((a, b) => (a.startsOn < b.startsOn ? -1 : a.startsOn > b.startsOn ? 1 : 0));
  for (const start of inOrder) {
    const dayBefore = addDays(start.startsOn, -1);
    for (const move of moves) {
      if (move.to !== start.group || !random.chance(move.share)) continue;
      const left = inOrder.find(
        (end) =>
          end.group === move.from &&
          end.endsOn === dayBefore &&
          (end.school === start.school) === move.sameSchool &&
          !taken.has(end),
      );
      if (!left) continue;
      taken.add(left);
      follows.set(start, left);
      break;
    }
  }

  let count = 0;
  for (const spell of inOrder) {
    const before = follows.get(spell);
    spell.person = before ? before.person : count++;
    if (spell.endsOn !== null) spell.destination = taken.has(spell) ? "own_trust" : destination(spell, random);
  }
  return inOrder;
}

function destination(spell: Spell, random: Random): Destination {
  const isLong = Number(spell.endsOn!.slice(0, 4)) - Number(spell.startsOn.slice(0, 4)) > 8;
  return random.weighted({
    other_state_school: spell.group === "governors" ? 0 : 0.5,
    left_state_sector: 0.32,
    retired: isLong ? 0.4 : 0.04,
    unknown: 0.05,
    own_trust: 0,
  });
}
