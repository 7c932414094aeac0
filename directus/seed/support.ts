import { academicYears, addDays, schoolDay } from "./calendar.ts";
import { type Random, randomStream } from "./random.ts";

type Row = Record<string, unknown>;

/** Rungs of the ladder by post, where the group alone does not say; see the ladder of profile H. */
const rungsByTitle: Record<string, string> = {
  Headteacher: "headteacher",
  "Deputy headteacher": "senior_leader",
  "Assistant headteacher": "senior_leader",
  "Phase leader": "middle_leader",
  "Special needs co-ordinator": "middle_leader",
  Administrator: "administrator",
  "Midday supervisor": "midday_assistant",
  "Site assistant": "site_one",
  Technician: "administrator",
  "Kitchen assistant": "kitchen_assistant",
};
const rungsByGroup: Record<string, string> = {
  middle_leaders: "subject_leader",
  teachers: "established",
  early_career_teachers: "early_career",
  teaching_assistants: "teaching_assistant",
};

/** Adds to the rows of `employments` induction, coach, reviews and yearly discussions: that they happened, never what was said. */
export function withSupport(rows: Row[], today: string): Row[] {
  const random = randomStream("support");
  const year = academicYears(today).at(-1)!;
  const coaches = new Map<unknown, Row[]>();
  for (const row of rows) {
    const mayCoach = ["middle_leaders", "senior_leaders"].includes(String(row["staff_group"]));
    if (row["ends_on"] === null && mayCoach)
      coaches.set(row["school_urn"], [...(coaches.get(row["school_urn"]) ?? []), row]);
  }
  return rows.map((row) => {
    const rung = rungsByTitle[String(row["role_title"])] ?? rungsByGroup[String(row["staff_group"])] ?? null;
    const isHere = row["ends_on"] === null && row["staff_group"] !== "governors";
    const others = (coaches.get(row["school_urn"]) ?? []).filter(({ staff_id }) => staff_id !== row["staff_id"]);
    // Thistleby has too few leaders for everybody, and some newcomers have not found a coach.
    const coach = isHere && row["is_teacher"] && others.length > 0 && random.chance(0.94) ? random.pick(others) : null;
    const from = String(row["starts_on"]);
    return {
      ...row,
      rung,
      induction_completed_on: induction(from, year, today, random),
      coach_id: coach?.["staff_id"] ?? null,
      coach_since_on: coach ? since(from, year, today) : null,
      coach_reviews: coach ? reviews(from, year, today, random) : null,
      discussions: isHere ? discussions(from, year, today, random) : null,
    };
  });
}

/** From last September on, or two weeks after they began. */
function since(startsOn: string, year: number, today: string): string | undefined {
  const agreed = [schoolDay(year - 1, 9, 15), addDays(startsOn, 14)].sort()[1]!;
  return [agreed, today].sort()[0];
}

/** Of those who began before the five years, nobody wrote it down. */
function induction(startsOn: string, year: number, today: string, random: Random): string | null {
  const completedOn = addDays(startsOn, random.integer(28, 52));
  if (startsOn < `${year - 4}-09-01` || completedOn >= today) return null;
  return startsOn >= `${year}-09-01` && random.chance(0.15) ? null : completedOn;
}

/** A review in most half terms of this year and the last. */
function reviews(startsOn: string, year: number, today: string, random: Random): Row[] {
  const days = [year - 1, year].flatMap((start) =>
    (
      [
        [10, 15],
        [12, 4],
        [2, 5],
        [3, 26],
        [5, 21],
        [7, 9],
      ] as const
    ).map(([month, day]) => schoolDay(start, month, day)),
  );
  const held = days.filter((day) => day > addDays(startsOn, 14) && day < today && random.chance(0.85));
  return held.map((reviewed_on) => ({ reviewed_on }));
}

/** Last year's with nearly everybody, this year's with about half so far. */
function discussions(startsOn: string, year: number, today: string, random: Random): Row[] {
  const all = ["needs", "access", "accreditation", "dissemination"];
  const held = [
    { on: schoolDay(year - 1, 11, random.integer(2, 27)), chance: 0.92 },
    { on: schoolDay(year, 10, random.integer(5, 30)), chance: 0.5 },
  ];
  return held
    .filter(({ on, chance }) => on > startsOn && on < today && random.chance(chance))
    .map(({ on }) => ({ held_on: on, headings: random.chance(0.8) ? all : all.slice(0, 3) }));
}
