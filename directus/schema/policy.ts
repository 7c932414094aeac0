import { policyMeasures } from "./choices.ts";
import { defineCollection } from "./define.ts";
import { atLeast, atMost, between, type FieldDraft } from "./draft.ts";
import { choice, choices, day, decimal, flag, prose, table, tags, text, whole } from "./field.ts";
import { heading, underHeading } from "./link.ts";
import { aliases, frameworks, ladder } from "./policy-lists.ts";

const threshold = (least: number) =>
  between(least, 100, `Type a whole number of at least ${least}: smaller groups can be recognised.`);
const words = { under: "words" };
const rules = { under: "rules" };
const evaluation = { under: "evaluation" };
const disclosure = { under: "disclosure" };
const document = { under: "document" };

export default defineCollection({
  name: "policy",
  folder: "settings",
  label: "Policy",
  singular: "Policy",
  icon: "policy",
  note: "The organisation's words and rules. Starting the hub with `npm start -- --profile` and a letter fills this page from a ready profile; then change what differs.",
  display: "{{organisation_name}}",
  sort: 1,
  isTracked: true,
  isSingleton: true,
  fields: {
    words: heading("Words", "What things are called here.", "spellcheck"),
    organisation_name: text("Organisation", "Its full name, as on papers.", {
      ...words,
      isRequired: true,
      defaultValue: "Our organisation",
    }),
    trust_uid: text("Trust UID", "In Get Information About Schools; schools with this UID are ours.", words),
    organisation_term: text("The whole is called", "Such as trust, hub or school.", {
      ...words,
      isRequired: true,
      defaultValue: "trust",
    }),
    school_term: text("One part is called", "Such as school, academy or centre.", {
      ...words,
      isRequired: true,
      defaultValue: "school",
    }),
    board_term: text(
      "The governing board is called",
      "Such as Trust Board. For papers to the board; the site does not show it yet.",
      {
        ...words,
        isRequired: true,
        defaultValue: "Trust Board",
      },
    ),
    local_board_term: text(
      "A school's own board is called",
      "For papers to that board; the site does not show it yet. Leave empty if schools have none.",
      words,
    ),
    lead_role_term: text("Who leads CPD is called", "Such as CPD Leader.", {
      ...words,
      isRequired: true,
      defaultValue: "CPD Leader",
    }),
    levels: underHeading(
      "words",
      table(
        "Evaluation levels",
        "The names of the levels at which development is evaluated.",
        {
          level: choice("Level", "Which of ours.", {
            provision: "Provision",
            reactions: "Reactions",
            learning: "Learning and use",
            outcomes: "Pupil outcomes",
            organisation: "Organisational support and change",
          }),
          name: text("Name", "What it is called here."),
        },
        "{{name}}",
      ),
    ),
    staff_groups: underHeading(
      "words",
      table(
        "Staff groups",
        "Whom development is for. Audiences, such as parents, are never counted as staff.",
        {
          key: text("Key", "Small letters and underscores; records refer to it, so keep it."),
          label: text("Name", "What readers see."),
          is_teacher: flag("Teachers", "They are counted as teachers.", false),
          is_audience: flag("Audience only", "Invited, but never counted as staff.", false),
        },
        "{{label}}",
      ),
    ),
    ladder: underHeading("words", ladder),
    frameworks: underHeading("words", frameworks),
    lead_role_description: prose("What the CPD lead does", "The role as the policy describes it.", words),
    aliases: underHeading("words", aliases),
    value_tags: tags("Values", "The organisation's values, to mark programmes with.", words),

    rules: heading("Approval and money", "When an activity may go ahead, and who pays back what.", "rule"),
    profile: readOnly(
      choice(
        "Ready profile",
        "Which of the five ready profiles this policy began as; `npm start -- --profile` chooses it.",
        {
          M: "M: a learning hub",
          P: "P: a single school",
          C: "C: a trust with committees",
          B: "B: a trust of free schools",
          H: "H: academies with a trust handbook",
        },
        { ...rules, isRequired: true, defaultValue: "C" },
      ),
    ),
    criteria_mode: choice(
      "Criteria are",
      "A gate lets only what meets them all go ahead; a score ranks; a checklist reminds.",
      { gate: "A gate", score: "A score", checklist: "A checklist" },
      { ...rules, isRequired: true, defaultValue: "gate" },
    ),
    criteria: underHeading(
      "rules",
      table(
        "Criteria",
        "What provision is judged by.",
        {
          key: text("Key", "Small letters and underscores; records refer to it, so keep it."),
          label: text("Criterion", "What readers see."),
          weight: whole("Weight", "How much it counts in a score; 1 otherwise."),
        },
        "{{label}}",
      ),
    ),
    repayment_schedule: underHeading(
      "rules",
      table(
        "Repayment",
        "The share of a course's cost that someone who leaves pays back. Empty: the policy asks for none.",
        {
          year: whole("Year", "1 is the first year after the course."),
          share: decimal("Share", "Between 0 and 1: 0.75 is three quarters."),
        },
        "Year {{year}}: {{share}}",
      ),
    ),
    repayment_counts_from: choice(
      "Repayment counts from",
      "The usual rule of new agreements; each agreement can say otherwise.",
      { course_start: "The first day of the course", course_end: "The last day of the course", award: "The award" },
      rules,
    ),
    inset_min_days: whole("Training days a year", "The least that the policy sets; leave empty if it sets none.", {
      ...rules,
      rule: atLeast(0, "Type a number of days, such as 5."),
    }),
    coaching_cadence: choice(
      "Coaching review",
      "How often coach and colleague meet to review; leave empty if the policy does not say.",
      { encouraged: "Encouraged", half_termly: "Every half term", every_teacher: "A coach for every teacher" },
      rules,
    ),

    evaluation: heading("Evaluation and reports", "What is asked, when, and what is reported.", "rate_review"),
    measures: choices(
      "Measures reported",
      "The headings that the policy reports under; the others are shown as not in this policy.",
      policyMeasures,
      evaluation,
    ),
    report_outline: tags("Sections of the annual report", "In their order.", evaluation),
    evaluation_mandatory: flag("Evaluation is compulsory", "Participants must complete the form.", false, evaluation),
    followup_min_months: whole(
      "Follow-up after (months)",
      "The least; leave empty if the policy states no follow-up.",
      {
        ...evaluation,
        rule: atLeast(1, "Type a number of months, such as 3, or leave it empty."),
      },
    ),
    followup_sample_rate: decimal("Share followed up", "Between 0 and 1: 0.25 asks one in four.", {
      ...evaluation,
      rule: atMost(1, "Type a share between 0 and 1, such as 0.25 for one in four."),
    }),
    wave_closes_after_days: whole("A wave closes after (days)", "Answers are counted once the wave has closed.", {
      ...evaluation,
      isRequired: true,
      defaultValue: 14,
      rule: between(1, 120, "Type a number of days between 1 and 120, such as 14."),
    }),

    report_recipients: underHeading(
      "evaluation",
      table(
        "Course reports go to",
        "Whom the evaluation report of each course is sent to. A role's address, not a person's own, outlasts them.",
        {
          role: text("Role", "Such as Head of service."),
          email: text("E-mail", "Where it goes; leave empty if the report is fetched from the site."),
          version: choice("Which", "The first report, or the final one.", {
            first: "First report",
            final: "Final report",
          }),
        },
        "{{role}}",
      ),
    ),
    report_due_days: whole("A course report is due after (days)", "Counted from the day the form closes.", {
      ...evaluation,
      rule: atLeast(1, "Type a number of days, such as 14."),
    }),
    reminder_after_days: whole("Reminders after (days)", "Between one e-mail and the next; three go out at most.", {
      ...evaluation,
      rule: atLeast(1, "Type a number of days, such as 4."),
    }),
    staff_survey_month: whole("Staff survey in month", "1 is January; leave empty if staff are not surveyed.", {
      ...evaluation,
      rule: atMost(12, "Type a month as a number from 1 to 12, such as 6 for June."),
    }),

    disclosure: heading(
      "Protecting people",
      "How small a group may be before its figures are hidden.",
      "visibility_off",
    ),
    threshold_signed_in: whole(
      "For readers who sign in",
      "The smallest group whose figure readers see or download on the site.",
      {
        ...disclosure,
        isRequired: true,
        defaultValue: 5,
        rule: threshold(3),
      },
    ),
    threshold_leaving: whole(
      "For papers that leave the log-in",
      "The same for papers that others may read, and larger.",
      {
        ...disclosure,
        isRequired: true,
        defaultValue: 10,
        rule: threshold(5),
      },
    ),

    document: heading("The policy itself", "Its version and reviews.", "history_edu"),
    version: text("Version", "As on the policy document.", document),
    approved_on: day("Approved on", "The day the board approved it.", document),
    review_cycle_months: whole("Reviewed every (months)", "Leave empty if the policy does not say.", {
      ...document,
      rule: atLeast(1, "Type a number of months, such as 12 or 24."),
    }),
    next_review_on: day("Next review on", "The day it is due.", document),
    reviewing_committee: text("Reviewed by", "The committee.", document),
    equality_assessed_on: day("Equality impact assessed on", "The last time.", document),
    equality_assessment: prose("What the assessment said", "In a few sentences.", document),
    changes: underHeading(
      "document",
      table(
        "History",
        "What changed in each version.",
        {
          version: text("Version", "As on the document."),
          changed_on: day("On", "When."),
          change: text("What", "In a sentence."),
        },
        "{{version}}: {{change}}",
      ),
    ),
  },
});

/** A field that the Studio shows and does not let people change. */
function readOnly(made: FieldDraft): FieldDraft {
  return { ...made, meta: { ...made.meta, readonly: true } };
}
