import type { Activity } from "./activities.ts";
import { addDays } from "./calendar.ts";
import type { Spell } from "./posts.ts";
import { type Random, randomStream } from "./random.ts";
import { type Person, spellOn } from "./staff.ts";

/** One person in one activity, with the post they held at its end, or at its start where they had left by then. */
export interface Participation {
  id: string;
  activity: Activity;
  person: Person;
  spell: Spell;
  role: "participant" | "facilitator" | "coach";
  state: "booked" | "attended" | "completed" | "withdrawn" | "absent";
  /** Null until they have come. */
  hoursAttended: number | null;
  evaluation: "not_invited" | "invited" | "answered";
  followUp: "not_sampled" | "sampled" | "answered";
}

/** How many days ahead people are booked. */
const bookedAhead = 42;

/** Who took part in what; evaluations are still to be asked for. */
export function demoParticipations(activities: Activity[], people: Person[], today: string): Participation[] {
  const random = randomStream("participations");
  const cohorts = new Map<string, Person[]>();
  return activities.flatMap((activity) => {
    if (activity.startsOn > addDays(today, bookedAhead) || activity.decision === "declined") return [];
    const { offer, cohort, startsOn, endsOn } = activity;
    const members = (offer.isCohort ? cohorts.get(cohort) : undefined) ?? drawn(activity, people, random);
    cohorts.set(cohort, members);
    const present = members.flatMap((person) => {
      const spell = spellOn(person, startsOn) && (spellOn(person, endsOn) ?? spellOn(person, startsOn));
      return spell ? [{ person, spell }] : [];
    });
    const leaders = offer.leadBy ? leadersOf(activity, people, members, random) : [];
    return [
      ...present.map(({ person, spell }) => participation(activity, person, spell, "participant", today, random)),
      ...leaders.map(({ person, spell }) => participation(activity, person, spell, offer.leadBy!, today, random)),
    ];
  });
}

/** Those of the audience who come, the keen ones more often; where places are few, some are turned away. */
function drawn({ offer, schools, startsOn }: Activity, people: Person[], random: Random): Person[] {
  const coming = people.filter((person) => {
    const spell = spellOn(person, startsOn);
    if (!spell || !schools.includes(spell.school.urn)) return false;
    const share = offer.audience[spell.group] ?? 0;
    return random.chance(Math.min(1, share < 0.97 ? share * person.keenness : share));
  });
  return offer.places === undefined ? coming : random.shuffled(coming).slice(0, offer.places);
}

/** One leader, and a second where many schools come together; coaches are one to every three colleagues. */
function leadersOf(
  { offer, schools, startsOn, endsOn }: Activity,
  people: Person[],
  members: Person[],
  random: Random,
) {
  const wanted = offer.leadBy === "coach" ? Math.ceil(members.length / 3) : schools.length > 3 ? 2 : 1;
  const able = people.flatMap((person) => {
    const spell = spellOn(person, startsOn) && spellOn(person, endsOn);
    const mayLead = spell?.group === "middle_leaders" || spell?.group === "senior_leaders";
    return spell && mayLead && schools.includes(spell.school.urn) && !members.includes(person)
      ? [{ person, spell }]
      : [];
  });
  return members.length === 0 ? [] : random.shuffled(able).slice(0, wanted);
}

function participation(
  activity: Activity,
  person: Person,
  spell: Spell,
  role: Participation["role"],
  today: string,
  random: Random,
): Participation {
  const { offer, endsOn, startsOn } = activity;
  const isOver = endsOn < today;
  const hasLeft = spell.endsOn !== null && spell.endsOn < endsOn;
  const outcome =
    role === "participant"
      ? random.weighted({ completed: 0.86, attended: 0.04, absent: offer.hours > 20 ? 0 : 0.06, withdrawn: 0.04 })
      : "completed";
  const state = hasLeft
    ? "withdrawn"
    : isOver
      ? outcome
      : startsOn < today && outcome === "withdrawn"
        ? "withdrawn"
        : "booked";
  const share = state === "completed" ? 1 : state === "attended" ? random.pick([0.4, 0.5, 0.6]) : 0;
  return {
    id: random.uuid(),
    activity,
    person,
    spell,
    role,
    state,
    hoursAttended: state === "booked" ? null : Math.round(offer.hours * share * 4) / 4,
    evaluation: "not_invited",
    followUp: "not_sampled",
  };
}

/** The rows of `participations`. */
export function participationRows(participations: Participation[], batch: string): Record<string, unknown>[] {
  return participations.map((one) => ({
    id: one.id,
    activity_id: one.activity.id,
    staff_id: one.person.id,
    role: one.role,
    state: one.state,
    hours_attended: one.hoursAttended,
    completed_on: one.state === "completed" ? one.activity.endsOn : null,
    evaluation_state: one.evaluation,
    followup_state: one.followUp,
    status: "active",
    import_batch: batch,
  }));
}
