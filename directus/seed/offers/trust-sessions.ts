import { acrossTrust, everySchool, everyYear, inSchool, type Offer, primaries, secondaries } from "./offer.ts";

const services = {
  ...acrossTrust,
  priority: "services",
  schools: everySchool,
  years: everyYear,
  audience: { support_staff: 0.085 },
  hours: 2,
} as const;

const governance = {
  ...acrossTrust,
  priority: "governance",
  schools: everySchool,
  years: everyYear,
  audience: { governors: 0.4 },
  hours: 1.5,
  mode: "blended",
} as const;

/** Single sessions that several schools come to together. */
export const trustSessions: readonly Offer[] = [
  {
    ...acrossTrust,
    title: "Teaching assistants' morning",
    priority: "inclusion",
    years: everyYear,
    schools: everySchool,
    dates: [
      [10, 26],
      [5, 26],
    ],
    audience: { teaching_assistants: 0.16 },
    hours: 2.5,
    leadBy: "facilitator",
  },
  {
    ...acrossTrust,
    title: "Heads' and deputies' day",
    priority: "careers",
    years: everyYear,
    schools: everySchool,
    dates: [
      [9, 14],
      [4, 20],
    ],
    audience: { senior_leaders: 0.85 },
    hours: 5,
    venue: 420,
    approach: "partnership",
  },
  {
    ...acrossTrust,
    title: "Joint moderation of writing",
    priority: "curriculum",
    years: everyYear,
    schools: primaries,
    dates: [[5, 3]],
    audience: { teachers: 0.35, middle_leaders: 0.3, early_career_teachers: 0.5 },
    hours: 2.5,
    approach: "partnership",
  },
  { ...services, title: "Office systems update", dates: [[10, 2]] },
  { ...services, title: "A safer kitchen and site", dates: [[2, 5]], provider: "hub", sourcingWave: 2, feeEach: 18 },
  {
    ...services,
    title: "Play at midday",
    dates: [[6, 4]],
    schools: [...primaries, "900008"],
    audience: { support_staff: 0.14, teaching_assistants: 0.05 },
  },
  {
    ...services,
    title: "Technicians' forum",
    dates: [[4, 23]],
    schools: secondaries,
    audience: { support_staff: 0.1 },
    approach: "network",
  },
  { ...governance, title: "Welcome to governance", dates: [[10, 18]], audience: { governors: 0.25 } },
  { ...governance, title: "Reading the school's figures", dates: [[1, 24]] },
  { ...governance, title: "Asking about professional development", dates: [[5, 17]], years: [1, 2, 3, 4] },
  // Who took part in these is nobody else's business: they count in totals and nowhere by name.
  {
    ...inSchool,
    title: "Bereavement support for colleagues",
    priority: "careers",
    provider: "wellbeing",
    years: [1, 2, 3, 4],
    schools: everySchool,
    dates: [[2, 14]],
    sourcingWave: 3,
    level: "individual",
    approach: "external_expert",
    leadBy: undefined,
    isRestricted: true,
    hours: 2,
    fee: 320,
    audience: { teachers: 0.03, teaching_assistants: 0.03, support_staff: 0.03, middle_leaders: 0.02 },
  },
];
