import type { Activity } from "./activities.ts";
import { academicYears } from "./calendar.ts";
import type { Participation } from "./participations.ts";
import { randomStream } from "./random.ts";
import { demoSchools, joinedOn, type StaffGroup } from "./schools.ts";

/** What an hour of each group's time costs, in pounds, pensions and insurance included. */
const hourly: Record<StaffGroup, number> = {
  teachers: 34,
  early_career_teachers: 27,
  middle_leaders: 39,
  senior_leaders: 52,
  teaching_assistants: 16,
  support_staff: 17,
  governors: 0,
};

/** What an hour of a supply teacher costs. */
const coverHourly = 31;

/** The rows of `costs`: what each activity that is over cost, and each school's budget of each year. */
export function costRows(
  activities: Activity[],
  participations: Participation[],
  today: string,
  batch: string,
): Record<string, unknown>[] {
  const random = randomStream("costs");
  const line = (kind: string, amount: number, incurredOn: string, school: string | null, activity: string | null) => ({
    id: random.uuid(),
    kind,
    amount: Math.round(amount * 100) / 100,
    incurred_on: incurredOn,
    activity_id: activity,
    programme_id: null,
    subscription_id: null,
    school_urn: school,
    status: "active",
    import_batch: batch,
  });

  const ofActivity = new Map<string, Participation[]>(activities.map(({ id }) => [id, []]));
  for (const one of participations) ofActivity.get(one.activity.id)!.push(one);
  const spent = activities
    .filter((activity) => activity.endsOn < today && activity.decision !== "declined")
    .flatMap((activity) => {
      const came = ofActivity.get(activity.id)!.filter((one) => (one.hoursAttended ?? 0) > 0);
      const { offer, host, id, endsOn } = activity;
      const sum = (amount: (one: Participation) => number) => came.reduce((total, one) => total + amount(one), 0);
      const cover = came.filter((one) => one.spell.group !== "governors" && random.chance(0.8));
      const amounts: Record<string, number> = {
        fees: (offer.fee ?? 0) + (offer.feeEach ?? 0) * came.length,
        venue: offer.venue ?? 0,
        travel:
          host === null && offer.mode === "in_person"
            ? sum(() => random.integer(2, offer.sourcingWave === 3 ? 24 : 9))
            : 0,
        resources: offer.mode === "virtual" ? 0 : sum(() => 1.5),
        cover: offer.hasCover ? cover.reduce((total, one) => total + one.hoursAttended! * coverHourly, 0) : 0,
        staff_time: sum((one) => one.hoursAttended! * hourly[one.spell.group]),
      };
      return Object.entries(amounts)
        .filter(([, amount]) => amount > 0)
        .map(([kind, amount]) => line(kind, amount, endsOn, host, id));
    });

  const budgets = academicYears(today).flatMap((year) =>
    demoSchools
      .filter((school) => joinedOn(school, today) <= `${year}-09-01`)
      .map((school) => {
        const staff = Object.values(school.posts).reduce((total, count) => total + count, 0);
        return line(
          "budget",
          Math.round((staff * 235 * 1.03 ** (year - academicYears(today)[0]!)) / 100) * 100,
          `${year}-09-01`,
          school.urn,
          null,
        );
      }),
  );
  return [...spent, ...budgets];
}
