import type { Activity } from "./activities.ts";
import { academicYears, addDays } from "./calendar.ts";
import type { Plan } from "./plan.ts";
import { randomStream } from "./random.ts";

type Row = Record<string, unknown>;

const routes = {
  circulate_resources: 0.3,
  meeting_session: 0.34,
  introduce_strategy: 0.18,
  website: 0.05,
  training_others: 0.05,
  not_needed: 0.08,
};
const worked = [
  "Trying it with one class first.",
  "Ten minutes at the start of a meeting, with pupils' work on the table.",
  "Watching a colleague do it before doing it.",
  "A card with three steps that fits in a pocket.",
];
const didNot = [
  "Sending slides round: nobody opened them.",
  "Doing everything at once; two of five ideas were dropped within a month.",
  "Holding it on a Friday: half of those who wanted to come could not.",
  "Telling without showing; questions came weeks later.",
];
const said: readonly [string, string][] = [
  ["The session was too late in the day.", "The next one is part of a training day."],
  ["We had no time to plan with each other.", "One staff meeting in each half term is for planning together."],
  ["Support staff hear of sessions when they are over.", "Notices now go to every group that a session is for."],
];

/**
 * The rows of `sharing`: what was agreed after most activities of this year and after some of the years before. After the last few
 * nothing has been agreed yet, and a handful of what was agreed is overdue.
 */
export function sharingRows(activities: Activity[], plan: Plan, today: string): Row[] {
  const random = randomStream("sharing");
  const year = academicYears(today).at(-1)!;
  const over = activities.filter(
    ({ endsOn, decision, offer }) => endsOn < today && decision !== "declined" && !offer.isRestricted,
  );
  const recent = over.filter(({ endsOn }) => endsOn > addDays(today, -90) || endsOn >= `${year}-09-01`);
  const earlier = over.filter((activity) => !recent.includes(activity) && random.chance(0.2));
  return [...earlier, ...recent.slice(0, -6)].map((activity) => {
    const route = random.weighted(routes);
    const agreedOn = addDays(activity.endsOn, random.integer(1, 9));
    const dueOn = addDays(agreedOn, random.integer(14, 45));
    const isDone =
      route !== "not_needed" && dueOn < today && random.chance(activity.endsOn > `${year}-09-01` ? 0.75 : 0.97);
    const [youSaid, weDid] = random.chance(0.15) ? random.pick(said) : [null, null];
    return {
      id: random.uuid(),
      title: route === "not_needed" ? `Nothing to pass on: ${activity.title}` : `What we took from “${activity.title}”`,
      activity_id: activity.id,
      programme_id: activity.offer.programme ? plan.ids.programme[activity.offer.programme] : null,
      school_urn: activity.host,
      route,
      audience: activity.host ? "Colleagues of the school" : "Colleagues of all schools",
      agreed_on: agreedOn < today ? agreedOn : today,
      agreed_with_role: "Line manager",
      due_on: route === "not_needed" ? null : dueOn,
      done_on: isDone ? addDays(dueOn, -random.integer(0, 6)) : null,
      what_worked: isDone ? random.pick(worked) : null,
      what_did_not: isDone && random.chance(0.6) ? random.pick(didNot) : null,
      you_said: youSaid,
      we_did: weDid,
      is_in_library: isDone,
      status: "active",
    };
  });
}
