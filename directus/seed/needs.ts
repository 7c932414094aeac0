import { academicYears, schoolDay } from "./calendar.ts";
import type { Plan } from "./plan.ts";
import type { PriorityKey, ProgrammeKey } from "./programmes.ts";
import { randomStream } from "./random.ts";

type Row = Record<string, unknown>;

interface Found {
  title: string;
  source: string;
  evidence: string;
  by: string;
  priority: PriorityKey;
  programme?: ProgrammeKey;
  domain?: string[];
  level?: "whole" | "team" | "individual";
  school?: string;
  group?: string;
  approach?: string;
  state?: "suggested" | "agreed" | "planned" | "met" | "not_pursued";
  note?: string;
  /** Years before the present one, and the day. */
  on: readonly [yearsAgo: number, month: number, day: number];
}

/** What the audits of the last three years found; each of the fourteen sources has its turn. */
const found: readonly Found[] = [
  {
    title: "Teach fluency every day",
    source: "data_analysis",
    evidence: "Four in ten pupils read below the pace at which they can follow a story; it was three in ten.",
    by: "Director of education",
    priority: "reading",
    programme: "reading",
    domain: ["knowledge", "skill"],
    state: "met",
    note: "In use by three in four, and seen by line managers.",
    on: [3, 6, 18],
  },
  {
    title: "Help pupils to catch up in number",
    source: "external_audit",
    evidence: "The inspection of the year before asked for more practice in number.",
    by: "Governors",
    priority: "mathematics",
    programme: "mathematics",
    domain: ["skill"],
    level: "team",
    school: "900003",
    state: "met",
    note: "Results are where they were two years before: it cannot be said that the support did it.",
    on: [3, 6, 20],
  },
  {
    title: "Mark less, and to more effect",
    source: "targeted_survey",
    evidence: "Teachers named marking as what takes most time for least use.",
    by: "Chief operating officer",
    priority: "workload",
    programme: "marking",
    state: "met",
    note: "Liked, and hardly used: see the evaluation.",
    on: [4, 5, 14],
  },
  {
    title: "Make the start of lessons calm",
    source: "monitoring",
    evidence: "Learning walks in all schools saw the first ten minutes lost in one lesson of four.",
    by: "Heads",
    priority: "classrooms",
    programme: "behaviour",
    domain: ["skill", "attitude"],
    state: "planned",
    on: [1, 6, 10],
  },
  {
    title: "Assistants who ask before they tell",
    source: "leader_review",
    evidence: "A specialist leader watched twelve sessions: the assistant answered for the pupil in nine.",
    by: "Inclusion lead",
    priority: "inclusion",
    programme: "assistants",
    domain: ["skill"],
    group: "teaching_assistants",
    level: "team",
    approach: "coaching_mentoring",
    state: "planned",
    on: [1, 5, 6],
  },
  {
    title: "A first leadership role that does not overwhelm",
    source: "appraisal",
    evidence: "In sum of this year's appraisals, two in three new leaders asked for help with hard conversations.",
    by: "Head of people",
    priority: "careers",
    programme: "leading",
    domain: ["skill", "attitude"],
    group: "middle_leaders",
    level: "individual",
    state: "planned",
    on: [1, 7, 2],
  },
  {
    title: "Secure first two years",
    source: "self_evaluation",
    evidence: "Two of seven new teachers left before the end of their induction.",
    by: "Head of people",
    priority: "careers",
    programme: "early_career",
    group: "early_career_teachers",
    state: "planned",
    on: [1, 6, 24],
  },
  {
    title: "Questions that governors can ask about development",
    source: "stakeholder_feedback",
    evidence: "Governors said that they cannot tell what training changed.",
    by: "Governance professional",
    priority: "governance",
    group: "governors",
    level: "team",
    state: "planned",
    on: [1, 4, 22],
  },
  {
    title: "Plan and moderate with other schools",
    source: "team_discussion",
    evidence: "Subject teams of one or two asked for others to plan with.",
    by: "Curriculum leads",
    priority: "curriculum",
    programme: "networks",
    level: "team",
    approach: "network",
    state: "planned",
    on: [1, 6, 3],
  },
  {
    title: "Number sense before the written method",
    source: "audit",
    school: "900001",
    evidence: "The multiplication check: a third could not recall what they had learnt the year before.",
    by: "Mathematics leader",
    priority: "mathematics",
    domain: ["knowledge"],
    state: "agreed",
    on: [1, 7, 6],
  },
  {
    title: "Talk in the early years",
    source: "qa_visit",
    school: "900002",
    evidence: "The visit in May heard children answer in single words.",
    by: "Teaching and learning team",
    priority: "reading",
    group: "teaching_assistants",
    state: "agreed",
    on: [1, 5, 19],
  },
  {
    title: "Reading lessons for older pupils who cannot read yet",
    source: "data_analysis",
    school: "900003",
    evidence: "Nine pupils joined in year 5 and read as six-year-olds do.",
    by: "Headteacher",
    priority: "reading",
    programme: "reading",
    state: "planned",
    on: [1, 6, 30],
  },
  {
    title: "Mixed-age planning",
    source: "individual_request",
    school: "900004",
    evidence: "Both class teachers asked for a plan over two years.",
    by: "Class teachers",
    priority: "curriculum",
    state: "suggested",
    approach: "school_visit",
    on: [0, 10, 12],
  },
  {
    title: "Shared routines with a new staff team",
    source: "development_plan",
    school: "900005",
    evidence: "Half of the staff have joined since the school became part of the trust.",
    by: "Headteacher",
    priority: "classrooms",
    programme: "behaviour",
    state: "planned",
    on: [1, 7, 8],
  },
  {
    title: "Writing at length in science and history",
    source: "monitoring",
    school: "900006",
    evidence: "Scrutiny of books: answers of more than a paragraph in one book of six.",
    by: "Heads of department",
    priority: "curriculum",
    level: "team",
    state: "agreed",
    on: [1, 6, 16],
  },
  {
    title: "Know when communication is a special need",
    source: "review_360",
    school: "900008",
    evidence: "Parents and colleagues asked for one way of describing what a pupil means.",
    by: "Deputy headteacher",
    priority: "inclusion",
    domain: ["knowledge", "skill"],
    state: "agreed",
    on: [1, 5, 27],
  },
  {
    title: "Offices that can stand in for each other",
    source: "stakeholder_feedback",
    evidence: "Two offices closed for a day when one person was ill.",
    by: "Chief operating officer",
    priority: "services",
    group: "support_staff",
    level: "team",
    state: "suggested",
    on: [0, 10, 2],
  },
  {
    title: "Preferred learning styles",
    source: "individual_request",
    evidence: "Asked for by one team; the research does not support it.",
    by: "A phase team",
    priority: "curriculum",
    state: "not_pursued",
    note: "No evidence that it helps; the team joined the network instead.",
    on: [2, 11, 11],
  },
];

/** The rows of `needs`. One school has not audited its needs for this year. */
export function needRows(plan: Plan, today: string): Row[] {
  const random = randomStream("needs");
  const current = academicYears(today).at(-1)!;
  return found.map((need) => {
    const day = schoolDay(current - need.on[0], need.on[1], need.on[2]);
    return {
      id: random.uuid(),
      title: need.title,
      source: need.source,
      level: need.level ?? "whole",
      domain: need.domain ?? ["skill"],
      evidence: need.evidence,
      evidence_link: null,
      school_urn: need.school ?? null,
      staff_group: need.group ?? null,
      priority_id: plan.ids.priority[need.priority],
      programme_id: need.programme ? plan.ids.programme[need.programme] : null,
      preferred_approach: need.approach ?? null,
      raised_by_role: need.by,
      identified_on: day < today ? day : today,
      state: need.state ?? "agreed",
      outcome_note: need.note ?? null,
      status: "active",
    };
  });
}
