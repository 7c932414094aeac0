import { academicYears, addDays, addMonths, schoolDay } from "./calendar.ts";
import { careerProgrammes } from "./offers/career-programmes.ts";
import { classroomProgrammes } from "./offers/classroom-programmes.ts";
import { courses } from "./offers/courses.ts";
import { acrossTrust, everySchool, inSchool, type Offer, primaries } from "./offers/offer.ts";
import { schoolSessions } from "./offers/school-sessions.ts";
import { trustSessions } from "./offers/trust-sessions.ts";
import type { Plan } from "./plan.ts";
import { type Random, randomStream } from "./random.ts";

const offers: readonly Offer[] = [
  ...classroomProgrammes,
  ...careerProgrammes,
  ...schoolSessions,
  ...courses,
  ...trustSessions,
];

/** One activity of the demo, with the offer it came from. */
export interface Activity {
  id: string;
  offer: Offer;
  /** Activities of one cohort have the same people; `offer` position, year and host. */
  cohort: string;
  title: string;
  /** The school that holds it; null: the trust. */
  host: string | null;
  /** The schools whose staff may come. */
  schools: readonly string[];
  startsOn: string;
  endsOn: string;
  decision: "proposed" | "approved" | "exception" | "declined";
}

/** A session so recent that its evaluations are still coming in, and one whose follow-up is not due for some weeks. */
const recent: readonly { offer: Offer; daysAgo: number }[] = [
  {
    daysAgo: 8,
    offer: {
      ...acrossTrust,
      title: "Talk in mathematics lessons",
      priority: "mathematics",
      years: [],
      dates: [],
      schools: primaries,
      hours: 2,
      leadBy: "facilitator",
      audience: { teachers: 0.6, early_career_teachers: 0.8, middle_leaders: 0.4, teaching_assistants: 0.25 },
    },
  },
  {
    daysAgo: 45,
    offer: {
      ...inSchool,
      title: "Calm starts to lessons",
      priority: "classrooms",
      years: [],
      dates: [],
      schools: everySchool,
      provider: "trust",
      hours: 2,
      audience: { teachers: 0.35, early_career_teachers: 0.6, teaching_assistants: 0.15 },
    },
  },
];

/** Every activity, in order of time; those after today are planned, and the single sessions of the summer are only proposed. */
export function demoActivities(today: string): Activity[] {
  const random = randomStream("activities");
  const years = academicYears(today);
  const activities = offers.flatMap((offer, position) =>
    offer.years.flatMap((year) =>
      offer.dates.flatMap(([month, day, session]) => {
        const hosts = offer.isPerSchool || offer.schools.length === 1 ? offer.schools : [null];
        return hosts.map((host, index) => {
          // Schools hold theirs on different days of the same fortnight.
          const startsOn = addDays(
            schoolDay(years[year]!, month, day),
            offer.isPerSchool ? [0, 7, 1, 8, 2, 9, 3, 10][index]! : 0,
          );
          const title = session ? `${offer.title}: ${session}` : offer.title;
          return activity(offer, `${position} ${years[year]} ${host}`, title, host, weekday(startsOn), today, random);
        });
      }),
    ),
  );
  for (const { offer, daysAgo } of recent) {
    let startsOn = addDays(today, -daysAgo);
    while (isWeekend(startsOn)) startsOn = addDays(startsOn, -1);
    activities.push(activity(offer, offer.title, offer.title, null, startsOn, today, random));
  }
  return activities.sort((a, b) => (a.startsOn < b.startsOn ? -1 : a.startsOn > b.startsOn ? 1 : 0));
}

function activity(
  offer: Offer,
  cohort: string,
  title: string,
  host: string | null,
  startsOn: string,
  today: string,
  random: Random,
): Activity {
  const isFarAhead = startsOn > addMonths(today, 4);
  // A few were asked for and refused, and a few went ahead although a criterion was not met.
  const asked = random.weighted({ approved: 0.94, exception: 0.04, declined: offer.fee || offer.feeEach ? 0.06 : 0 });
  return {
    id: random.uuid(),
    offer,
    cohort,
    title,
    host,
    startsOn,
    endsOn: weekday(addDays(startsOn, offer.lasts ?? 0)),
    schools: host === null ? offer.schools : [host],
    // Programmes were approved as a whole; single sessions of the summer are still to be decided on.
    decision: offer.programme === undefined ? (isFarAhead ? "proposed" : asked) : "approved",
  };
}

/** The rows of `activities`; `criteria` are the keys of the policy. */
export function activityRows(
  activities: Activity[],
  plan: Plan,
  criteria: readonly string[],
): Record<string, unknown>[] {
  const random = randomStream("decisions");
  const reasons = {
    proposed: null,
    approved: null,
    exception: "No way to measure the impact yet; the head agreed to report in person.",
    declined: "The same is offered inside the trust at no cost.",
  };
  return activities.map(({ id, offer, title, host, startsOn, endsOn, decision }) => ({
    id,
    title,
    programme_id: offer.programme ? plan.ids.programme[offer.programme] : null,
    priority_id: plan.ids.priority[offer.priority],
    provider_id: plan.ids.provider[offer.provider],
    school_urn: host,
    approach: offer.approach,
    strand: offer.strand,
    sourcing_wave: offer.sourcingWave,
    delivery_mode: offer.mode,
    level: offer.level,
    starts_on: startsOn,
    ends_on: endsOn,
    hours: offer.hours,
    decision,
    decision_reason: reasons[decision],
    criteria_met: criteriaMet(decision, criteria, random),
    is_restricted: offer.isRestricted ?? false,
    status: "active",
  }));
}

/** An exception lacks what its reason says; what is proposed or declined, a few of them. */
function criteriaMet(decision: Activity["decision"], criteria: readonly string[], random: Random): readonly string[] {
  if (decision === "approved") return criteria;
  const some = random.shuffled(criteria).slice(0, Math.ceil(criteria.length * 0.7));
  if (decision !== "exception") return some.sort();
  const lacking = criteria.includes("impact_measurable") ? "impact_measurable" : "acts_on_feedback";
  return criteria.filter((key) => key !== lacking);
}

function isWeekend(day: string): boolean {
  return [0, 6].includes(new Date(`${day}T00:00:00Z`).getUTCDay());
}

function weekday(day: string): string {
  return isWeekend(day) ? weekday(addDays(day, 1)) : day;
}
