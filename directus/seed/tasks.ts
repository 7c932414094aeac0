import type { Activity } from "./activities.ts";
import { addDays } from "./calendar.ts";
import type { Participation } from "./participations.ts";

type Row = Record<string, unknown>;

/** How far each gap task has got: 0 for one whose provider has not written yet, 4 for one that is complete. */
const stages = [4, 4, 4, 3, 3, 2, 2, 1, 0] as const;

/** When each stage was written, in days after the session. */
const dueAfterDays = [0, 0, 5, 50, 110] as const;

const words = {
  1: "After this session every delegate tries one routine with one group, and brings what happened.",
  2: "I will use the routine each morning with my lowest group. They read 60 words a minute now; I hope for 80 and for fewer guesses.",
  3: "Done on most days. Two of five read faster, one guesses still. Time was short on Fridays; a colleague helped by taking the register.",
  4: "Seen in two visits: the routine runs without me, and the group reads with more expression.",
};

/** Gap tasks of delegates of the reading programme and the assistants' one, at every stage. */
export function gapTasks(activities: Activity[], participations: Participation[], today: string): Row[] {
  const sessions = activities.filter(
    ({ offer, endsOn }) =>
      (offer.programme === "reading" || offer.programme === "assistants") &&
      endsOn <= today &&
      endsOn > addDays(today, -330),
  );
  const leaders = participations.filter(({ role }) => role !== "participant");
  return stages.flatMap((done, index) => {
    // The further a task has got, the earlier its session was.
    const ready = sessions.filter(({ endsOn }) => addDays(endsOn, dueAfterDays[done]) <= today);
    const session = ready.at(-1 - (index % 2)) ?? ready.at(-1);
    const delegate = participations.find(
      ({ activity, role, state, id }) =>
        activity === session && role === "participant" && state === "completed" && id > String(index),
    );
    if (!session || !delegate) return [];
    const leader = leaders.find(
      ({ spell, person }) => spell.school === delegate.spell.school && person !== delegate.person,
    );
    const reached = ([1, 2, 3, 4] as const).filter((stage) => stage <= done);
    return [
      {
        title: `Gap task: ${session.title}`,
        type: "gap_task",
        level: "learning",
        claim_grade: reached.length === 4 ? 2 : 1,
        finding: reached.length === 4 ? "better" : "unclear",
        observed_on: session.endsOn,
        by_role: "Delegate, provider and head",
        school_urn: delegate.spell.school.urn,
        activity_id: session.id,
        participation_id: delegate.id,
        provider_contact: "sessions@page-and-lantern.example",
        leader_id: leader?.person.id ?? null,
        ...Object.fromEntries(
          reached.flatMap((stage) => [
            [`stage_${stage}`, words[stage]],
            [`stage_${stage}_on`, addDays(session.endsOn, dueAfterDays[stage])],
          ]),
        ),
        stage_3_state: reached.length >= 3 ? (index % 3 === 0 ? "partly" : "done") : null,
        stage_4_seen: reached.length === 4 ? (index % 2 === 0 ? "seen" : "partly") : null,
      },
    ];
  });
}

const studies: readonly [string, string, string][] = [
  [
    "How do pupils use a worked example?",
    "They copy its shape and miss its reason.",
    "Ask for the reason before the next line.",
  ],
  [
    "What do quiet pupils do while others answer?",
    "They prepare when they know that they will be asked.",
    "Say first who will be asked, then ask.",
  ],
  [
    "When does a picture help with a word problem?",
    "When pupils draw it themselves.",
    "Five minutes for drawing in each lesson on problems.",
  ],
  ["What makes a second draft better than the first?", "One point to mend, not six.", "Mark one thing."],
  ["How do pupils start when nobody tells them how?", "They wait for a neighbour.", "Teach three ways to begin."],
];

/** Lesson studies in sum: counts and what was learnt about teaching, no pupil. */
export function lessonStudies(activities: Activity[], today: string): Row[] {
  const held = activities.filter(
    ({ offer, endsOn, host }) => offer.approach === "peer_observation" && endsOn < today && host !== null,
  );
  return studies.flatMap(([focus, learning, next], index) => {
    const activity = held.at(-1 - index * 3);
    if (!activity) return [];
    return [
      {
        title: `Lesson study: ${focus}`,
        type: "lesson_study",
        level: "learning",
        claim_grade: 2,
        finding: "better",
        observed_on: activity.endsOn,
        by_role: "Teachers of the study",
        school_urn: activity.host,
        activity_id: activity.id,
        study_focus: focus,
        study_lessons: 3,
        study_teachers: 3 + (index % 2),
        study_learning: learning,
        study_next_steps: next,
      },
    ];
  });
}
