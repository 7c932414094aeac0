import { everySchool, everyYear, inSchool, type Offer, primaries } from "./offer.ts";

const evening = {
  ...inSchool,
  schools: everySchool,
  isPerSchool: true,
  hours: 1.5,
  audience: {
    teachers: 0.6,
    early_career_teachers: 0.75,
    middle_leaders: 0.52,
    senior_leaders: 0.35,
    teaching_assistants: 0.09,
    support_staff: 0.01,
  },
} as const;

/** Single sessions that each school holds for its own staff. */
export const schoolSessions: readonly Offer[] = [
  { ...evening, title: "Recalling what was taught", priority: "curriculum", years: [0], dates: [[10, 11]] },
  { ...evening, title: "Planning a sequence of lessons", priority: "curriculum", years: [0], dates: [[1, 18]] },
  { ...evening, title: "Helping pupils with attention", priority: "inclusion", years: [0, 2], dates: [[3, 15]] },
  {
    ...evening,
    title: "Looking at pupils' work together",
    priority: "curriculum",
    years: [0, 1],
    dates: [[6, 14]],
    approach: "partnership",
  },
  { ...evening, title: "Questions that make pupils think", priority: "classrooms", years: [1, 4], dates: [[10, 10]] },
  { ...evening, title: "Vocabulary in every subject", priority: "reading", years: [1], dates: [[1, 17]] },
  { ...evening, title: "Feedback in less time", priority: "workload", years: [1, 3], dates: [[3, 13]] },
  { ...evening, title: "Adapting a lesson as it goes", priority: "inclusion", years: [2], dates: [[10, 16]] },
  { ...evening, title: "Clear explanations", priority: "classrooms", years: [2], dates: [[1, 15]] },
  { ...evening, title: "Working with families", priority: "classrooms", years: [2, 3], dates: [[6, 11]] },
  { ...evening, title: "Learning to read in all years", priority: "reading", years: [3], dates: [[10, 15]] },
  { ...evening, title: "Independent practice", priority: "classrooms", years: [3], dates: [[1, 14]] },
  { ...evening, title: "Speaking in full sentences", priority: "reading", years: [4], dates: [[1, 13]] },
  {
    ...evening,
    title: "Lesson study",
    priority: "curriculum",
    years: [4],
    dates: [[3, 10]],
    approach: "lesson_study",
    effect: "coached",
  },
  {
    ...evening,
    title: "Visits between classrooms",
    priority: "curriculum",
    years: everyYear,
    dates: [[11, 17]],
    lasts: 14,
    hours: 2,
    schools: [...primaries, "900008"],
    approach: "peer_observation",
    effect: "coached",
    audience: { teachers: 0.3, early_career_teachers: 0.5, middle_leaders: 0.25 },
  },
];
