/** The invented cycle of the invented release: the whole trust's records, and for every school some with that school's own words. */
import type {
  CycleNeed,
  CyclePriority,
  CycleProgramme,
  CycleSlice,
  CycleSubscription,
} from "../../pipelines/contract.ts";
import { canaryOf, inventedSchools } from "./release.ts";

/** The trust's own programme, which every reader's file holds. */
export const trustProgramme = "5b3c1f8e-0000-4000-8000-00000000c0de";
const trustPriority = "5b3c1f8e-0000-4000-8000-00000000cafe";

/** A programme of one school. */
export const programmeOf = (urn: string) => `5b3c1f8e-0000-4000-8000-0000c0${urn}`;

const priority = (id: string, title: string, school_urn: string | null = null): CyclePriority => ({
  id,
  school_urn,
  title,
  level: "whole",
  starts_on: "2022-09-01",
  ends_on: null,
});

const programme = (told: Partial<CycleProgramme> & Pick<CycleProgramme, "id" | "title">): CycleProgramme => ({
  school_urn: null,
  priority_id: trustPriority,
  state: "deliver",
  starts_on: "2024-09-01",
  ends_on: null,
  intended_outcome: "Pupils read with understanding",
  indicator: "Share who use the routine",
  baseline: null,
  outcome_short: null,
  outcome_medium: null,
  outcome_long: null,
  sustain_plan: null,
  is_sustained: true,
  decision: null,
  decided_on: null,
  decision_reason: null,
  ...told,
});

const need = (told: Partial<CycleNeed> & Pick<CycleNeed, "id" | "title">): CycleNeed => ({
  school_urn: null,
  level: "whole",
  source: "audit",
  domains: ["skill"],
  staff_group: null,
  priority_id: trustPriority,
  programme_id: null,
  state: "agreed",
  time_period: 202526,
  identified_on: "2026-06-01",
  may_leave: true,
  ...told,
});

const subscription = (
  told: Partial<CycleSubscription> & Pick<CycleSubscription, "id" | "title">,
): CycleSubscription => ({
  school_urn: null,
  kind: "subscription",
  provider: "Inkwell Online Learning",
  rating: "meets",
  annual_cost: 1200,
  use: "some",
  users_about: 40,
  starts_on: "2026-01-01",
  ends_on: "2026-12-31",
  notice_by_on: "2026-12-01",
  benefit: null,
  decision: null,
  decided_on: null,
  decision_reason: null,
  ...told,
});

const activities = (
  held: number,
  told: Partial<CycleSlice["activities"][number]>,
): CycleSlice["activities"][number] => ({
  school_urn: null,
  programme_id: trustProgramme,
  priority_id: trustPriority,
  time_period: 202526,
  held,
  ahead: 0,
  sustained: held,
  hours: held * 2,
  by_month: { "10": held },
  by_approach: { coaching_mentoring: held },
  by_strand: { school_based: held },
  by_sourcing: { "1": held },
  criteria_asked: held,
  criteria_met: held - 1,
  by_criterion: { need: held, cost: held - 1 },
  ...told,
});

/** What an invented release has to say of the cycle. */
export function inventedCycle(): CycleSlice {
  const urns = inventedSchools.map(({ urn }) => urn);
  return {
    criteria_mode: "gate",
    criteria: [
      { key: "need", label: "Answers a need" },
      { key: "cost", label: "Worth its cost" },
    ],
    ladder: [
      { strand: "teaching", label: "Early career teacher", offer: "Mentoring" },
      { strand: "teaching", label: "Middle leader", offer: null },
      { strand: "support", label: "Teaching assistant", offer: "Induction" },
    ],
    plans: [],
    priorities: [
      priority(trustPriority, "Every pupil reads"),
      ...urns.map((urn) => priority(`priority-${urn}`, `Priority of ${canaryOf(urn)}`, urn)),
    ],
    needs: [
      need({ id: "need-of-all", title: "Fluency every day", programme_id: trustProgramme, state: "planned" }),
      ...urns.map((urn) => need({ id: `need-${urn}`, title: `Need of ${canaryOf(urn)}`, school_urn: urn })),
    ],
    programmes: [
      programme({ id: trustProgramme, title: "Reading together" }),
      ...urns.map((urn) =>
        programme({ id: programmeOf(urn), title: `Programme of ${canaryOf(urn)}`, school_urn: urn }),
      ),
    ],
    activities: [
      activities(6, {}),
      ...urns.map((school_urn) => activities(2, { school_urn, programme_id: programmeOf(school_urn) })),
    ],
    budgets: [],
    costs: [
      {
        school_urn: null,
        programme_id: trustProgramme,
        priority_id: trustPriority,
        time_period: 202526,
        kind: "fees",
        amount: 4200,
        status: "",
        may_leave: true,
      },
    ],
    subscriptions: [
      subscription({ id: "videos", title: "Video lessons", use: "nobody", users_about: null }),
      ...urns.map((urn) => subscription({ id: `of-${urn}`, title: `Service of ${canaryOf(urn)}`, school_urn: urn })),
    ],
    // The library is everybody's, so that it holds no school's canary.
    sharing: urns.map((urn, at) => ({
      id: `shared-${urn}`,
      school_urn: urn,
      title: `A card with ${at + 2} steps`,
      programme_id: at === 0 ? trustProgramme : null,
      route: at % 2 === 0 ? "meeting_session" : "circulate_resources",
      audience: "All teachers",
      staff_group: null,
      what_worked: "Trying it with one class first.",
      what_did_not: at === 1 ? "Sending slides round." : null,
      link: null,
      due_on: "2026-03-01",
      done_on: "2026-03-01",
    })),
    decisions: [],
    future_needs: [],
    quality_marks: [],
  };
}
