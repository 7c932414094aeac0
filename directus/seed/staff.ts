import { nameGiver } from "./names.ts";
import { demoSpells, type Spell } from "./posts.ts";
import { type Random, randomStream } from "./random.ts";
import { type DemoSchool, type StaffGroup, teachingGroups } from "./schools.ts";

/** Someone who works or worked in the trust. */
export interface Person {
  id: string;
  /** In order of time; two spells never overlap. */
  spells: Spell[];
  /** How readily they take part: 1 is usual. */
  keenness: number;
}

/** Everybody of the demo, leavers included. */
export function demoPeople(today: string): Person[] {
  const random = randomStream("staff");
  const people: Person[] = [];
  for (const spell of demoSpells(today)) {
    people[spell.person] ??= { id: random.uuid(), spells: [], keenness: Math.max(0.3, random.near(1, 0.35)) };
    people[spell.person]!.spells.push(spell);
  }
  return people;
}

/** The spell a person was in on a day; undefined when they were not in the trust. */
export function spellOn(person: Person, day: string): Spell | undefined {
  return person.spells.find((spell) => spell.startsOn <= day && (spell.endsOn === null || spell.endsOn >= day));
}

/** The rows of `staff`. */
export function staffRows(people: Person[], batch: string): Record<string, unknown>[] {
  const nextName = nameGiver();
  return people.map((person, index) => {
    const name = nextName();
    return {
      id: person.id,
      ...name,
      email: `${name.first_name}.${name.last_name}@larkmoor.example`.toLowerCase(),
      mis_reference: `LM${String(index + 1).padStart(4, "0")}`,
      status: "active",
      import_batch: batch,
    };
  });
}

/** The rows of `employments`. */
export function employmentRows(people: Person[], batch: string): Record<string, unknown>[] {
  const random = randomStream("employments");
  return people.flatMap((person) =>
    person.spells.map((spell) => ({
      id: random.uuid(),
      staff_id: person.id,
      school_urn: spell.school.urn,
      staff_group: spell.group,
      role_title: roleTitle(spell.school, spell.group, random),
      is_teacher: teachingGroups.includes(spell.group),
      // A governor serves a term of office.
      contract:
        spell.group === "governors"
          ? "fixed_term"
          : random.weighted({ permanent: 0.92, fixed_term: 0.07, supply: 0.01 }),
      fte: fullTimeEquivalent(spell.group, random),
      starts_on: spell.startsOn,
      ends_on: spell.endsOn,
      destination: spell.destination,
      status: "active",
      import_batch: batch,
    })),
  );
}

function fullTimeEquivalent(group: StaffGroup, random: Random): number {
  if (group === "governors") return 0;
  if (group === "teaching_assistants") return random.pick([0.5, 0.6, 0.7, 0.8, 0.8, 1]);
  if (group === "support_staff") return random.pick([0.3, 0.4, 0.5, 0.7, 1, 1]);
  if (group === "teachers") return random.pick([1, 1, 1, 1, 1, 0.8, 0.6, 0.6]);
  return random.pick([1, 1, 1, 1, 1, 1, 1, 1, 0.8]);
}

function roleTitle({ phase }: DemoSchool, group: StaffGroup, random: Random): string {
  const subject = () =>
    random.pick(["English", "mathematics", "science", "history", "geography", "art", "languages", "PE", "computing"]);
  switch (group) {
    case "senior_leaders":
      return random.pick(["Headteacher", "Deputy headteacher", "Assistant headteacher"]);
    case "middle_leaders":
      if (phase === "secondary") return `Head of ${subject()}`;
      return random.pick(["Phase leader", "Reading leader", "Mathematics leader", "Special needs co-ordinator"]);
    case "teachers":
    case "early_career_teachers":
      return phase === "secondary" ? `Teacher of ${subject()}` : "Class teacher";
    case "teaching_assistants":
      return "Teaching assistant";
    case "support_staff":
      return random.pick(["Administrator", "Midday supervisor", "Site assistant", "Technician", "Kitchen assistant"]);
    case "governors":
      return "Governor";
  }
}
