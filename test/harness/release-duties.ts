/** Invented tasks and course reports of the invented release: one of each kind for every school, with that school's own words. */
import type { CourseReport, Task } from "../../pipelines/contract.ts";
import type { DutySlices, SlicedDuty } from "../../pipelines/release/duty-slices.ts";
import { canaryOf, inventedSchools } from "./release.ts";

const duties: SlicedDuty[] = [
  {
    id: "publish_plan",
    title: "Publish the CPD plan",
    how: "Write the plan, agree it, and set the day on which all staff could read it.",
    isForOwnerAlone: false,
  },
  {
    id: "gather_answers",
    title: "Ask for answers before a form closes",
    how: "Remind colleagues that the form is open.",
    isForOwnerAlone: true,
  },
  {
    id: "evaluate_lead_role",
    title: "Evaluate the role of the CPD lead",
    how: "Somebody other than whoever holds the role writes the evaluation.",
    isForOwnerAlone: false,
  },
  {
    id: "settle_repayment",
    title: "Settle a training agreement with somebody who leaves",
    how: "Work out what the agreement asks back, and have HR decide.",
    isForOwnerAlone: false,
  },
];

function task(told: Partial<Task> & Pick<Task, "duty_id" | "owner_role" | "due_on">): Task {
  return {
    school_urn: null,
    subject: "CPD plan 2026/27",
    detail: null,
    collection: null,
    record_id: null,
    page: null,
    ...told,
  };
}

/** An activity whose report exists for each school: the first school's, and so on. */
export const courseIdOf = (urn: string) => `5b3c1f8e-0000-4000-8000-000000${urn}`;

function course(urn: string): CourseReport {
  const values = [1, 2, 3, 4, 5].map((value) => ({ value, count: value * 2 }));
  return {
    activity_id: courseIdOf(urn),
    title: `Course of ${canaryOf(urn)}`,
    ended_on: "2026-10-12",
    closed_on: "2026-10-26",
    host_urn: urn,
    school_urns: [urn],
    end_of_session: {
      status: "",
      invited: 36,
      answered: 30,
      items: [
        { key: "quality", question: "The quality was high", scale: "agree_5", answered: 30, values },
        {
          key: "wants_more",
          question: "Would you like more training on this?",
          scale: "yes_no",
          answered: 30,
          values: [
            { value: true, count: 12 },
            { value: false, count: 18 },
          ],
        },
      ],
    },
    follow_up: { status: "[c]", invited: null, answered: null, items: [] },
    further_training: "A second session on fluency.",
    costs: [
      { kind: "fees", amount: 1250.5 },
      { kind: "cover", amount: 640 },
    ],
    sentences: [
      "30 of 36 (83%) who were asked at the end answered.",
      "It cost £1,891 in all, as far as costs are recorded.",
    ],
    report_sent_on: "2026-10-27",
    report_final_on: null,
  };
}

/** What an invented release has to say of duties and courses. */
export function inventedDuties(): DutySlices {
  const ofSchools = inventedSchools.flatMap(({ urn }): Task[] => [
    task({
      duty_id: "publish_plan",
      owner_role: "cpd_lead",
      due_on: "2026-08-31",
      school_urn: urn,
      subject: `Plan: ${canaryOf(urn)}`,
      detail: "There is no plan yet.",
      collection: "plans",
      record_id: "+",
    }),
    task({
      duty_id: "gather_answers",
      owner_role: "cpd_lead",
      due_on: "2026-11-24",
      school_urn: urn,
      subject: `Answers: ${canaryOf(urn)}`,
      detail: "12 of 20 have answered so far. It closes on 24 November 2026.",
      page: `/courses/${courseIdOf(urn)}`,
    }),
  ]);
  const tasks: Task[] = [
    task({
      duty_id: "publish_plan",
      owner_role: "cpd_administrator",
      due_on: "2026-08-31",
      collection: "plans",
      record_id: "+",
    }),
    ...ofSchools,
    task({
      duty_id: "settle_repayment",
      owner_role: "cpd_administrator",
      due_on: "2026-12-31",
      subject: "A training agreement of somebody who leaves",
      detail: "Their last day is 31 December 2026.",
      page: "/agreements/5b3c1f8e-0000-4000-8000-000000000001",
    }),
    task({
      duty_id: "evaluate_lead_role",
      owner_role: "trust_executive",
      due_on: "2026-12-31",
      subject: "The role in 2025/26",
      collection: "editions",
    }),
  ].sort((one, other) => (one.due_on < other.due_on ? -1 : one.due_on > other.due_on ? 1 : 0));
  return { duties, tasks, courses: inventedSchools.map(({ urn }) => course(urn)) };
}
