import type { Activity } from "./activities.ts";
import { academicYears, addDays, schoolDay } from "./calendar.ts";
import { seenEvidence } from "./evidence-seen.ts";
import type { Participation } from "./participations.ts";
import type { Plan } from "./plan.ts";
import { type Random, randomStream } from "./random.ts";
import { demoSchools, joinedOn } from "./schools.ts";
import { gapTasks, lessonStudies } from "./tasks.ts";

type Row = Record<string, unknown>;

/** The rows of `evidence`: termly visits, what others saw of the programmes, marks and checks, gap tasks and lesson studies. */
export function evidenceRows(
  plan: Plan,
  activities: Activity[],
  participations: Participation[],
  today: string,
): Row[] {
  const random = randomStream("evidence");
  const rows = [
    ...visits(today, random),
    ...seenEvidence(plan, today),
    ...marks(today),
    ...gapTasks(activities, participations, today),
    ...lessonStudies(activities, today),
  ];
  return rows
    .filter((row) => String(row["observed_on"]) <= today)
    .map((row) => ({ id: random.uuid(), ...row, status: "active" }));
}

const asked = [
  "Routines are the same in every room.",
  "Pupils talk more in lessons; questions are still answered by few.",
  "Books show feedback that is acted on.",
  "Assistants help from the side, and step away sooner than in spring.",
];

/** The trust's visit to every school each term; this term's to two schools is still to be made. */
function visits(today: string, random: Random): Row[] {
  const years = academicYears(today).slice(-2);
  const terms = years.flatMap((year) => [
    { year, month: 10, day: 6 },
    { year, month: 2, day: 9 },
    { year, month: 6, day: 8 },
  ]);
  return terms.flatMap(({ year, month, day }) =>
    demoSchools
      .filter((school) => joinedOn(school, today) <= `${year}-09-01`)
      .filter(({ urn }) => !(year === years.at(-1) && month === 10 && (urn === "900004" || urn === "900008")))
      .map((school) => {
        const on = addDays(schoolDay(year, month, day), random.integer(0, 4));
        const isRecent = on > addDays(today, -120);
        return {
          title: `Visit of the ${month === 10 ? "autumn" : month === 2 ? "spring" : "summer"} term`,
          type: "qa_visit",
          level: "learning",
          claim_grade: 2,
          finding: random.weighted({ better: 0.5, same: 0.35, mixed: 0.15 }),
          observed_on: on,
          by_role: "Teaching and learning team",
          school_urn: school.urn,
          summary: random.pick(asked),
          next_step: isRecent ? "Look again at questions in foundation subjects." : null,
          next_step_owner: isRecent ? "CPD lead" : null,
          // Two are overdue, the rest are on time or done.
          next_step_due_on: isRecent ? addDays(on, school.phase === "secondary" ? 30 : 75) : null,
          next_step_done_on:
            isRecent && ["900001", "900002"].includes(school.urn) && addDays(on, 28) <= today ? addDays(on, 28) : null,
        };
      }),
  );
}

/** A mark that runs out soon, one that lasts, and last year's check of the CPD system itself. */
function marks(today: string): Row[] {
  const year = academicYears(today).at(-1)!;
  const mark = (title: string, by: string, school: string | null, on: string, expires: string) => ({
    title,
    type: "quality_mark",
    observed_on: on,
    school_urn: school,
    awarded_by: by,
    expires_on: expires,
    summary: "Awarded after a visit of two days.",
  });
  return [
    mark(
      "Mark for the development of people",
      "Windmill Awards (invented)",
      null,
      addDays(today, -1030),
      addDays(today, 65),
    ),
    mark(
      "Communication-friendly school",
      "Saltmarsh Institute (invented)",
      "900008",
      addDays(today, -300),
      addDays(today, 795),
    ),
    {
      title: "Yearly check of how CPD is run",
      type: "self_check",
      level: "organisation",
      claim_grade: 1,
      finding: "mixed",
      observed_on: schoolDay(year - 1, 7, 6),
      by_role: "CPD administrator",
      summary: "Coverage is complete; two in three answer; reports went out in time but for four.",
      next_step: "Ask support staff at times when they are at work.",
      next_step_owner: "CPD administrator",
      next_step_due_on: schoolDay(year, 10, 30),
      next_step_done_on: schoolDay(year, 10, 22) <= today ? schoolDay(year, 10, 22) : null,
    },
  ];
}
