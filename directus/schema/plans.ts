import { defineCollection } from "./define.ts";
import { between } from "./draft.ts";
import { choice, day, onlyWhere, prose, table, text, whole } from "./field.ts";
import { heading, list, reference } from "./link.ts";

const cycle = { under: "cycle" };
const board = { under: "board" };

export default defineCollection({
  name: "plans",
  folder: "needs",
  label: "CPD plans",
  singular: "CPD plan",
  icon: "event_note",
  note: "The plan of one academic year, of a school or of the trust: what is to be done, discussed with whom, and evaluated before the next one starts.",
  display: "{{title}}",
  sort: 3,
  isTracked: true,
  fields: {
    title: text("Title", "Such as CPD plan 2026/27.", { isRequired: true, width: "full" }),
    time_period: whole("Academic year", "As a number: 202627 is 2026/27.", {
      isRequired: true,
      rule: between(200001, 209900, "Type the academic year as six figures, such as 202627 for 2026/27."),
    }),
    school_urn: reference("School", "Leave empty for the plan of the whole trust.", "schools"),
    state: choice(
      "State",
      "A plan is evaluated before the next one is agreed.",
      { draft: "Draft", agreed: "Agreed", published: "Published to staff", evaluated: "Evaluated" },
      { isRequired: true, defaultValue: "draft" },
    ),
    owner_role: text("Owner", "The role that answers for it; not a person's name."),
    objectives: prose(
      "Objectives",
      "What will be different by the end of the year, and how you will see it. No names.",
    ),
    actions: table(
      "Actions by month",
      "What happens when, who sees to it and what pays for it, from September to July.",
      {
        month: choice("Month", "When.", {
          "09": "September",
          "10": "October",
          "11": "November",
          "12": "December",
          "01": "January",
          "02": "February",
          "03": "March",
          "04": "April",
          "05": "May",
          "06": "June",
          "07": "July",
          "08": "August",
        }),
        action: text("Action", "What is to be done."),
        staff_group: text("For", "The group or level it is for."),
        owner_role: text("Who", "The role that sees to it."),
        funding: text("Paid from", "The budget or grant."),
      },
      "{{month}}: {{action}}",
    ),
    programmes: list("Programmes", "What the plan consists of.", ["title", "state", "priority_id"]),

    board: heading(
      "Discussed and published",
      "With whom priorities and budget were discussed, and when staff were told.",
      "forum",
    ),
    discussed_with_school_board_on: day("Discussed with the school's board on", "Priorities and budget.", board),
    discussed_with_trust_board_on: day("Discussed with the board on", "Priorities and budget.", board),
    agreed_on: day("Agreed on", "The day it was agreed.", board),
    published_on: day("Published to staff on", "The day everybody could read it, with the criteria for access.", board),

    cycle: heading("The end of the cycle", "Evaluate this plan before the next one starts.", "published_with_changes"),
    evaluated_on: day("Evaluated on", "The day the plan was looked back on.", cycle),
    evaluation: onlyWhere(
      { state: { _in: ["published", "agreed", "evaluated"] } },
      prose("What became of it", "What was reached and what was not; what you would do again.", cycle),
    ),
    future_needs: prose("Future needs", "What the next plan must answer. Goes into the annual report.", cycle),
    lead_role_evaluation: prose(
      "Evaluation of the CPD lead's role",
      "For the board: what the role made possible and what it needs.",
      cycle,
    ),
    lead_role_evaluated_by: text(
      "Evaluated by",
      "The role of somebody other than the CPD lead, such as Chair of governors.",
      cycle,
    ),
  },
});
