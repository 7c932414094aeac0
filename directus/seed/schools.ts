import { academicYears } from "./calendar.ts";

/** What the demo calls its trust. */
export const demoTrust = { uid: "D0001", name: "Larkmoor Learning Trust" } as const;

/** The keys of the staff groups that every ready profile has. */
export type StaffGroup =
  | "teachers"
  | "early_career_teachers"
  | "middle_leaders"
  | "senior_leaders"
  | "teaching_assistants"
  | "support_staff"
  | "governors";

/** The groups whose members teach. */
export const teachingGroups: readonly StaffGroup[] = [
  "teachers",
  "early_career_teachers",
  "middle_leaders",
  "senior_leaders",
];

/** One invented school, and what its staff and their habits are like. */
export interface DemoSchool {
  urn: string;
  name: string;
  phase: "primary" | "secondary" | "special";
  pupils: number;
  /** How many posts each group has. */
  posts: Record<StaffGroup, number>;
  /** The share that answers an evaluation, before the staff group is looked at. */
  response: number;
  /** How many years ago the school joined the trust, in academic years; null for those of the first day. */
  joinedYearsAgo: number | null;
}

const posts = (counts: [number, number, number, number, number, number, number]): Record<StaffGroup, number> => ({
  senior_leaders: counts[0],
  middle_leaders: counts[1],
  teachers: counts[2],
  early_career_teachers: counts[3],
  teaching_assistants: counts[4],
  support_staff: counts[5],
  governors: counts[6],
});

const primary = "primary";
const secondary = "secondary";

/** The eight schools. Thistleby has nine staff, so that what little is known of it must not be shown. */
export const demoSchools: readonly DemoSchool[] = [
  school("900001", "Foxglove Lane Primary School", primary, 418, posts([3, 4, 9, 2, 13, 11, 5]), 0.68),
  school("900002", "Heronsmere Primary School", primary, 626, posts([4, 6, 13, 3, 18, 14, 5]), 0.74),
  school("900003", "Quillmere Primary School", primary, 207, posts([2, 2, 5, 1, 8, 8, 5]), 0.64),
  school("900004", "Thistleby Primary School", primary, 52, posts([1, 1, 2, 0, 3, 2, 0]), 0.66),
  school("900005", "Ambermead Primary School", primary, 312, posts([2, 4, 7, 2, 10, 9, 5]), 0.6, 2),
  school("900006", "Bramblewick School", secondary, 1048, posts([7, 18, 36, 7, 16, 34, 6]), 0.57),
  school("900007", "Osierholt High School", secondary, 752, posts([5, 13, 25, 5, 12, 24, 6]), 0.62),
  school("900008", "Merrowdene School", "special", 112, posts([3, 4, 9, 1, 24, 8, 5]), 0.7),
];

function school(
  urn: string,
  name: string,
  phase: DemoSchool["phase"],
  pupils: number,
  staff: DemoSchool["posts"],
  response: number,
  joinedYearsAgo: number | null = null,
): DemoSchool {
  return { urn, name, phase, pupils, posts: staff, response, joinedYearsAgo };
}

/** The school with this key. */
export function schoolOf(urn: string): DemoSchool {
  return demoSchools.find((candidate) => candidate.urn === urn)!;
}

/** The day on which a school came into the trust. */
export function joinedOn(demoSchool: DemoSchool, today: string): string {
  const current = academicYears(today).at(-1)!;
  return demoSchool.joinedYearsAgo === null ? "2016-09-01" : `${current - demoSchool.joinedYearsAgo}-09-01`;
}

/** The rows of `schools`. */
export function schoolRows(today: string, batch: string): Record<string, unknown>[] {
  return demoSchools.map((demoSchool) => ({
    urn: demoSchool.urn,
    name: demoSchool.name,
    phase: demoSchool.phase,
    establishment_type: demoSchool.phase === "special" ? "Academy special converter" : "Academy converter",
    local_authority_code: "999",
    local_authority: "Larkshire",
    opened_on: "2014-09-01",
    closed_on: null,
    trust_uid: demoTrust.uid,
    trust_name: demoTrust.name,
    trust_joined_on: joinedOn(demoSchool, today),
    trust_left_on: null,
    predecessor_urns: [],
    pupils: demoSchool.pupils,
    status: "active",
    import_batch: batch,
  }));
}
