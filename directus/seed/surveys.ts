import type { Activity } from "./activities.ts";
import { academicYears, addDays, schoolDay, timePeriod } from "./calendar.ts";
import { type Effect, effects } from "./effects.ts";
import { type Random, randomStream } from "./random.ts";
import { demoSchools, type StaffGroup } from "./schools.ts";
import { type Person, spellOn } from "./staff.ts";

type Row = Record<string, unknown>;

/** The statements of the staff survey, with how many of those who judge them agree, and how many cannot judge. */
const statements: Record<string, { agree: number; unsure: number }> = {
  purpose: { agree: 0.78, unsure: 0.05 },
  appraisal: { agree: 0.58, unsure: 0.04 },
  research_basis: { agree: 0.66, unsure: 0.14 },
  research_use: { agree: 0.62, unsure: 0.06 },
  linked_series: { agree: 0.52, unsure: 0.08 },
  rhythm: { agree: 0.47, unsure: 0.06 },
  pupil_needs: { agree: 0.61, unsure: 0.07 },
  critical_friends: { agree: 0.69, unsure: 0.03 },
  coaching: { agree: 0.55, unsure: 0.09 },
  time_to_embed: { agree: 0.34, unsure: 0.05 },
};

/** Leaders think better of it than those it is for; support staff know least of it. */
const outlook: Record<StaffGroup, { agree: number; unsure: number }> = {
  senior_leaders: { agree: 0.17, unsure: -0.03 },
  middle_leaders: { agree: 0.05, unsure: 0 },
  teachers: { agree: -0.02, unsure: 0 },
  early_career_teachers: { agree: 0.04, unsure: 0.02 },
  teaching_assistants: { agree: -0.03, unsure: 0.05 },
  support_staff: { agree: -0.08, unsure: 0.12 },
  governors: { agree: 0, unsure: 0 },
};

/** A survey each June of the last three whole years, and what leaders said when they closed an activity: rows of `evaluations`. */
export function surveyRows(people: Person[], activities: Activity[], today: string): Row[] {
  const random = randomStream("surveys");
  const surveys = academicYears(today)
    .slice(1, 4)
    .flatMap((year, index) => survey(people, year, index, random));
  const closed = activities.filter(
    ({ offer, endsOn, decision }) =>
      offer.hours >= 3 && !offer.isRestricted && decision !== "declined" && addDays(endsOn, 45) < today,
  );
  return [...surveys, ...closed.filter(() => random.chance(0.7)).map((activity) => closeOut(activity, random))];
}

function survey(people: Person[], year: number, index: number, random: Random): Row[] {
  const day = schoolDay(year, 6, 15);
  const asked = people.flatMap((person) => {
    const spell = spellOn(person, day);
    return spell && spell.group !== "governors" ? [spell] : [];
  });
  const counts = new Map<string, number>();
  const count = (key: string) => counts.set(key, (counts.get(key) ?? 0) + 1);
  for (const { school, group } of asked) {
    count(school.urn);
    count(`${school.urn} ${group}`);
  }
  const isLarge = (key: string) => (counts.get(key) ?? 0) >= 5;
  return random
    .shuffled(asked)
    .filter(({ school, group }) => random.chance(school.response - 0.05 + (group === "support_staff" ? -0.1 : 0)))
    .map(({ school, group }) => ({
      id: random.uuid(),
      activity_id: null,
      survey_period: String(timePeriod(year)),
      school_urn: isLarge(school.urn) && postsOf(school.urn) >= 10 ? school.urn : null,
      staff_group: isLarge(`${school.urn} ${group}`) ? group : null,
      wave: "staff_survey",
      batch: 0,
      questionnaire: "standard_staff_survey_1",
      scale_id: "agree_4_dk",
      answers: Object.fromEntries(
        Object.entries(statements).map(([key, usual]) => {
          if (random.chance(Math.max(0.01, usual.unsure + outlook[group].unsure))) return [key, "dont_know"];
          // What the programmes do for linking and following up is felt a little more each year.
          const rise = key === "linked_series" || key === "rhythm" ? 0.03 * index : 0;
          const agrees = random.chance(Math.min(0.95, usual.agree + outlook[group].agree + rise));
          return [key, agrees ? (random.chance(0.3) ? 4 : 3) : random.chance(0.25) ? 1 : 2];
        }),
      ),
      status: "active",
    }));
}

function postsOf(urn: string): number {
  return Object.values(demoSchools.find((school) => school.urn === urn)!.posts).reduce((sum, count) => sum + count, 0);
}

/** Time is what lacks most; success is recognised where something came of it. */
function closeOut({ id, host, offer }: Activity, random: Random): Row {
  const effect: Effect = offer.effect;
  const isUsed = effect === "helps" || effect === "coached";
  const step = (mean: number) => Math.min(4, Math.max(1, Math.round(random.near(mean, 0.8))));
  return {
    id: random.uuid(),
    activity_id: id,
    survey_period: null,
    school_urn: host,
    staff_group: null,
    wave: "close_out",
    batch: 0,
    questionnaire: "standard_close_out_1",
    scale_id: "enough_4",
    answers: {
      time: step(isUsed ? 2.8 : 2.3),
      resources: step(3.1),
      problems_solved: step(2.9),
      recognised: step(isUsed ? 3 : 2.3),
      barriers: [random.weighted(effects[effect].barriers)],
    },
    status: "active",
  };
}
