import { claimGrades, evaluationLevels, evidenceTypes } from "./choices.ts";
import { defineCollection } from "./define.ts";
import { atLeast, like } from "./draft.ts";
import { choice, day, onlyWhere, prose, step, text, whole } from "./field.ts";
import { heading, reference } from "./link.ts";

const ofType = (type: string) => ({ type: { _eq: type } });
const gap = { under: "gap_task" };
const study = { under: "lesson_study" };
const mark = { under: "quality_mark" };

export default defineCollection({
  name: "evidence",
  folder: "evaluation",
  label: "Evidence",
  singular: "Evidence",
  icon: "fact_check",
  note: "What somebody saw: observation, quality assurance visit, gap task, lesson study, inspection, quality mark. No pupil, and no person's appraisal.",
  display: "{{title}}",
  sort: 3,
  isTracked: true,
  fields: {
    title: text("Title", "Such as Autumn learning walk: reading.", { isRequired: true, width: "full" }),
    type: choice("Kind", "What sort of evidence it is.", evidenceTypes, { isRequired: true, isIndexed: true }),
    level: choice("Level", "What it is evidence of.", evaluationLevels),
    claim_grade: step("Strength", "How strong a claim it can carry.", claimGrades),
    finding: choice("Finding", "What it says, taken together.", {
      better: "Better than before",
      same: "As before",
      worse: "Worse than before",
      mixed: "Mixed",
      unclear: "Cannot be said yet",
    }),
    observed_on: day("Seen on", "The day of the visit, observation or award.", { isRequired: true, isIndexed: true }),
    by_role: text("Seen by", "The role, such as Line manager; not a name."),
    school_urn: reference("School", "Leave empty for the whole trust.", "schools"),
    activity_id: reference("Activity", "What it is about.", "activities", { listedAs: "evidence" }),
    programme_id: reference("Programme", "What it is about.", "programmes", { listedAs: "evidence" }),
    priority_id: reference("Priority", "The priority it bears on.", "priorities"),
    summary: prose("What was seen", "In a few sentences. No names of staff or pupils."),
    next_step: prose("What follows", "What will be done about it."),
    next_step_owner: text("Who sees to it", "The role."),
    next_step_due_on: day("By", "When it should be done."),
    next_step_done_on: day("Done on", "When it was."),
    link: text("Link", "Where the report can be found.", {
      width: "full",
      rule: like("^https?://", "Type a web address that starts with https://, or leave it empty."),
    }),

    gap_task: onlyWhere(
      ofType("gap_task"),
      heading(
        "Gap task",
        "Four stages by four people, each by a link of their own. It is not anonymous: those four read it.",
        "timeline",
      ),
    ),
    participation_id: reference("Delegate", "Whose task it is.", "participations", { ...gap, onDelete: "CASCADE" }),
    provider_contact: text("Provider's e-mail", "Where the first link goes.", gap),
    leader_id: reference("Head or leader", "Who says later what came of it.", "staff", gap),
    stage_1: prose("Stage 1: the provider's intent", "What the session should lead to.", gap),
    stage_1_on: day("Written on", "When.", gap),
    stage_2: prose("Stage 2: task, starting point and intended impact", "By the delegate.", gap),
    stage_2_on: day("Written on", "When.", gap),
    stage_3: prose(
      "Stage 3: done, impact so far, successes and barriers",
      "By the delegate, at the second session.",
      gap,
    ),
    stage_3_state: choice(
      "Was it done?",
      "At the second session.",
      { done: "Done", partly: "Partly", not_done: "Not done" },
      gap,
    ),
    stage_3_on: day("Written on", "When.", gap),
    stage_4: prose("Stage 4: impact seen, with evidence", "By the head or leader, later.", gap),
    stage_4_seen: choice(
      "Was impact seen?",
      "By the head or leader.",
      { seen: "Seen", partly: "Partly", not_seen: "Not seen" },
      gap,
    ),
    stage_4_on: day("Written on", "When.", gap),

    lesson_study: onlyWhere(
      ofType("lesson_study"),
      heading(
        "Lesson study",
        "Counts and learning points only; notes about pupils stay with the teachers.",
        "groups_2",
      ),
    ),
    study_focus: text("Focus", "The question of the study.", { ...study, width: "full" }),
    study_lessons: whole("Lessons", "How many.", { ...study, rule: atLeast(0, "Type how many, such as 3.") }),
    study_teachers: whole("Teachers", "How many took part.", {
      ...study,
      rule: atLeast(0, "Type how many, such as 3."),
    }),
    study_learning: prose("What was learnt", "About teaching; no pupil.", study),
    study_next_steps: prose("Next steps", "What the teachers will do.", study),

    quality_mark: onlyWhere(
      ofType("quality_mark"),
      heading("Quality mark", "Of the organisation's own CPD.", "workspace_premium"),
    ),
    awarded_by: text("Awarded by", "Such as Investors in People.", mark),
    expires_on: day("Expires on", "Leave empty if it does not.", mark),
  },
});
