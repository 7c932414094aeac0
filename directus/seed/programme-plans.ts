import type { ProgrammeKey } from "./programmes.ts";

interface Design {
  owner: string;
  for: string[];
  short: string;
  medium: string;
  long: string;
  base: string;
  mechanisms: string[];
  pillars: string[];
}

const taught = ["manage_cognitive_load", "set_goals", "credible_source", "instruct", "model"];
const practised = ["practical_support", "monitor_feedback", "rehearse", "action_planning", "self_monitoring"];
const teachers = ["teachers", "early_career_teachers", "middle_leaders"];
const few = "No study of it was found; colleagues' experience.";

const designs: Record<ProgrammeKey, Design> = {
  reading: {
    owner: "Director of education",
    for: [...teachers, "teaching_assistants"],
    short: "Everybody can lead the routine.",
    medium: "It is part of every day in every class.",
    long: "Pupils read as fast as they understand.",
    base: "Guidance reports on literacy; our own survey before the start.",
    mechanisms: ["revisit_learning", ...taught, ...practised, "prompts", "context_repetition"],
    pillars: ["impact", "evidence", "collaboration"],
  },
  marking: {
    owner: "Chief operating officer",
    for: teachers,
    short: "Everybody has an account.",
    medium: "Marking takes two hours less a week.",
    long: "Nobody leaves because of marking.",
    base: "The supplier's own figures.",
    mechanisms: ["instruct", "model"],
    pillars: ["culture"],
  },
  mathematics: {
    owner: "Headteacher of Quillmere",
    for: teachers,
    short: "Number talk in each lesson.",
    medium: "Pupils explain their way.",
    long: "More reach the expected standard.",
    base: "Guidance report on mathematics.",
    mechanisms: [...taught, "practical_support", "monitor_feedback"],
    pillars: ["impact", "evidence"],
  },
  behaviour: {
    owner: "Heads",
    for: [...teachers, "teaching_assistants"],
    short: "The same start in every room.",
    medium: "Fewer lessons are interrupted.",
    long: "Pupils feel that they belong.",
    base: "Guidance report on behaviour.",
    mechanisms: [...taught, "rehearse", "prompts"],
    pillars: ["leadership", "culture"],
  },
  early_career: {
    owner: "Head of people",
    for: ["early_career_teachers"],
    short: "A mentor each week.",
    medium: "Secure in the first two years.",
    long: "They stay.",
    base: "The national framework for early careers.",
    mechanisms: [...taught, ...practised, "affirm_progress"],
    pillars: ["leadership", "evidence", "collaboration"],
  },
  leading: {
    owner: "Head of people",
    for: ["middle_leaders"],
    short: "One hard conversation, prepared.",
    medium: "Teams plan from evidence.",
    long: "Leaders grow from inside.",
    base: few,
    mechanisms: ["set_goals", "practical_support", "rehearse", "action_planning"],
    pillars: ["leadership", "collaboration"],
  },
  assistants: {
    owner: "Inclusion lead",
    for: ["teaching_assistants"],
    short: "The ladder of support is known.",
    medium: "Assistants ask before they tell.",
    long: "Pupils do more by themselves.",
    base: "Guidance report on teaching assistants.",
    mechanisms: [...taught, ...practised],
    pillars: ["impact", "evidence"],
  },
  networks: {
    owner: "Curriculum leads",
    for: teachers,
    short: "One plan made together.",
    medium: "Judgements agree across schools.",
    long: "A curriculum that builds.",
    base: few,
    mechanisms: ["practical_support", "set_goals"],
    pillars: ["collaboration"],
  },
  coaching: {
    owner: "CPD leads",
    for: teachers,
    short: "One step agreed.",
    medium: "The step is a habit.",
    long: "Teachers choose the next step themselves.",
    base: "Reviews of instructional coaching.",
    mechanisms: ["set_goals", ...practised, "prompts", "context_repetition"],
    pillars: ["culture", "collaboration"],
  },
};

/** What was planned for each programme, and what came of one that is closed. */
export function programmePlan(key: ProgrammeKey): Record<string, unknown> {
  const design = designs[key];
  const isClosed = key === "marking" || key === "mathematics";
  return {
    owner_role: design.owner,
    staff_groups: design.for,
    outcome_short: design.short,
    outcome_medium: design.medium,
    outcome_long: design.long,
    resources: "Fees and cover from the trust's budget for development; time from staff meetings.",
    reflection_time: "Twenty minutes of every second staff meeting",
    evidence_base: design.base,
    networking: "Between the schools of the trust",
    monitoring: "CPD leads look once a term; participants are asked three months on.",
    mechanisms: design.mechanisms,
    pillars: design.pillars,
    leadership_principles: ["vision", "alignment", "leaders_take_part", "evaluated"],
    impact_notes: isClosed ? closing[key] : null,
    sustain_plan: isClosed ? "Whoever uses it goes on; nothing more is spent." : null,
    ...(decided[key] ?? {}),
  };
}

/** What was decided of the programmes that have been looked back on, each with its reason. */
const decided: Partial<Record<ProgrammeKey, Record<string, string>>> = {
  marking: { decision: "stop", decision_reason: "Most liked it and few use it three months on." },
  mathematics: { decision: "stop", decision_reason: "It has ended, and nothing shows that it changed results." },
  reading: { decision: "keep", decision_reason: "In use by most, and seen by line managers." },
  behaviour: { decision: "change", decision_reason: "Used where leaders took part; the next year begins with them." },
};

const closing = {
  marking:
    "Liked by most and used by few: people said that it does not fit their work. Look at use before buying the next tool.",
  mathematics: "Results came back to where they were two years before; nothing shows that the support did it.",
};
