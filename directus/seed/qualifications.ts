import { academicYears, addMonths } from "./calendar.ts";
import type { Spell } from "./posts.ts";
import { type Random, randomStream } from "./random.ts";
import { type StaffGroup, teachingGroups } from "./schools.ts";
import type { Person } from "./staff.ts";

/** What each group may take, and the share of people who ever start one. */
const professional: Partial<Record<StaffGroup, { share: number; codes: Record<string, number> }>> = {
  teachers: { share: 0.14, codes: { NPQLT: 5, NPQLBC: 3, NPQLL: 2, NPQLPM: 1, NPQLTD: 2 } },
  middle_leaders: { share: 0.5, codes: { NPQSL: 5, NPQLT: 3, NPQLBC: 2, NPQLTD: 2, NPQSENCO: 2, NPQEYL: 1 } },
  senior_leaders: { share: 0.75, codes: { NPQH: 5, NPQSL: 4, NPQEL: 1 } },
};

/** Those that were there before 2021. */
const legacyToo = ["NPQSL", "NPQH", "NPQEL"];

/** The rows of `qualifications`: teacher status, the first two years, professional qualifications and HLTA. */
export function qualificationRows(people: Person[], today: string, batch: string): Record<string, unknown>[] {
  const random = randomStream("qualifications");
  const firstYear = academicYears(today)[0]!;
  return people.flatMap((person) => {
    const first = person.spells[0]!;
    const last = person.spells.at(-1)!;
    const rows: Held[] = [];
    if (last.group === "teaching_assistants" && random.chance(0.13)) {
      rows.push({ qualification: "HLTA", state: "gained", gained_on: backFrom(first.startsOn, random) });
    }
    if (teachingGroups.includes(last.group)) {
      rows.push(...teacherStatus(first, today, random));
      const offer = professional[last.group];
      if (offer && random.chance(offer.share)) {
        rows.push(
          professionalQualification(random.weighted(offer.codes), last.endsOn ?? today, firstYear, today, random),
        );
      } else if (last.group === "senior_leaders" || (last.group === "middle_leaders" && random.chance(0.2))) {
        const legacy = random.pick(["NPQML", "NASENCO"]);
        rows.push({ qualification: legacy, state: "gained", gained_on: `${random.integer(2012, 2019)}-07-10` });
      }
    }
    return rows.map((row) => ({
      id: random.uuid(),
      staff_id: person.id,
      started_on: null,
      gained_on: null,
      expires_on: null,
      ...row,
      status: "active",
      import_batch: batch,
    }));
  });
}

interface Held {
  qualification: string;
  state: "in_progress" | "gained" | "withdrawn";
  started_on?: string;
  gained_on?: string;
}

/** Everybody who teaches is qualified but one in seven in the secondary schools, some of whom train while they teach. */
function teacherStatus(first: Spell, today: string, random: Random): Held[] {
  const { startsOn: enteredOn } = first;
  if (first.group !== "early_career_teachers") {
    const without = first.school.phase === "secondary" ? 0.14 : 0;
    const status = random.weighted({ QTS: 0.98 - without, QTLS: 0.02, none: without });
    if (status !== "none") return [{ qualification: status, state: "gained", gained_on: backFrom(enteredOn, random) }];
    const isTraining = enteredOn > addMonths(today, -36);
    return isTraining ? [{ qualification: "QTS", state: "in_progress", started_on: enteredOn }] : [];
  }
  const endsOn = addMonths(enteredOn, 23);
  const induction: Held =
    endsOn < today
      ? { qualification: "ECT", state: "gained", started_on: enteredOn, gained_on: endsOn }
      : { qualification: "ECT", state: "in_progress", started_on: enteredOn };
  return [{ qualification: "QTS", state: "gained", gained_on: `${enteredOn.slice(0, 4)}-07-01` }, induction];
}

/** Eighteen months from a start in autumn or spring; one in ten gives it up, as do those who leave in the middle. */
function professionalQualification(
  code: string,
  until: string,
  firstYear: number,
  today: string,
  random: Random,
): Held {
  const drawn = `${random.integer(firstYear - 6, Number(until.slice(0, 4)))}-${random.pick(["10-10", "02-20"])}`;
  const startedOn = drawn < until ? drawn : addMonths(drawn, -12);
  const endsOn = addMonths(startedOn, 18);
  // Before 2021 there was one qualification for everybody between teachers and senior leaders.
  const qualification = startedOn < "2021-09-01" && !legacyToo.includes(code) ? "NPQML" : code;
  if (random.chance(0.1)) return { qualification, state: "withdrawn", started_on: startedOn };
  if (endsOn < until) return { qualification, state: "gained", started_on: startedOn, gained_on: endsOn };
  return { qualification, state: until < today ? "withdrawn" : "in_progress", started_on: startedOn };
}

function backFrom(day: string, random: Random): string {
  return `${Number(day.slice(0, 4)) - random.integer(1, 9)}-07-01`;
}
