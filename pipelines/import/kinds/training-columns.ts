import type { ImportColumn } from "../table.ts";
import { choicesFrom, knownWords } from "./draft.ts";
import { type PersonColumn, personColumns } from "./person-columns.ts";
import { schoolColumn } from "./school-column.ts";

/** The columns of a training register: who, what, when, and how far it got. */
export type TrainingColumn =
  | PersonColumn
  | "school"
  | "activity"
  | "starts_on"
  | "ends_on"
  | "provider"
  | "delivery_mode"
  | "planned_hours"
  | "hours"
  | "state"
  | "role"
  | "completed_on";

const states = {
  choices: choicesFrom({
    booked: "Booked",
    attended: "Attended",
    completed: "Completed",
    withdrawn: "Withdrawn",
    absent: "Absent",
  }),
  knownKey: knownWords({
    absent:
      /^(absent|a|n|no|0|✗|did not attend|dna|did not show|no[- ]?show|not attended|non[- ]?attend(ance|ed)|missed|sick|apolog.*|failed to attend)$/,
    withdrawn: /withdr|cancel|dropped out|did not complete|unenrolled|declined/,
    completed: /^(complete|completed|pass|passed|finished|achieved|certificated|certified|100%)( .*)?$/,
    attended:
      /^(attended|present|p|y|yes|1|x|✓|✔|\/|\\|late|l|(fully|partly|partially|part) attended|attended in full)$/,
    booked: /^(book|enrol|regist|confirm|plan|schedul|accept|reserv|not started|upcoming)/,
  }),
};

const roles = {
  choices: choicesFrom({ participant: "Participant", facilitator: "Facilitator", coach: "Coach" }),
  knownKey: knownWords({
    coach: /coach|mentor/,
    facilitator: /facilitat|trainer|presenter|tutor|speaker|deliver|led by|leader/,
    participant: /particip|delegate|attendee|learner|trainee|audience/,
  }),
};

const deliveryModes = {
  choices: choicesFrom({ in_person: "In person", virtual: "Online", blended: "Both" }),
  knownKey: knownWords({
    blended: /blend|hybrid|both|mixed/,
    virtual: /online|virtual|remote|webinar|e-?learning|teams|zoom/,
    in_person: /person|face|classroom|on[- ]?site|f2f|venue/,
  }),
};

const activityHeadings = [
  "Course title",
  "Course name",
  "Activity title",
  "Activity name",
  "Training title",
  "Training name",
  "Event title",
  "Event name",
  "Session title",
  "Session name",
  "CPD title",
  "Course",
  "Activity",
  "Training",
  "Event",
  "Session",
  "CPD",
  "CPD activity",
  "Training course",
  "Training activity",
  "Module",
  "Title",
];

/** The column with an activity's title, in files of every kind. */
export const activityColumn: ImportColumn = {
  headings: activityHeadings,
  label: "Activity",
  note: "Its title, as staff call it",
};

/** The column with an activity's first day, in files of every kind. */
export const activityDayColumn: ImportColumn = {
  headings: [
    "Course date",
    "Activity date",
    "Training date",
    "Event date",
    "Session date",
    "CPD date",
    "Date of course",
    "Date of activity",
    "Date of training",
    "Date of session",
    "Date attended",
    "Start date",
    "Starts on",
    "Starts",
    "From",
    "Start",
    "Date",
  ],
  optional: true,
  label: "First day",
  note: "The day on which the activity begins; with the title it says which one it is",
};

/** How registers of training head what they hold. */
export const trainingColumns: Record<TrainingColumn, ImportColumn> = {
  ...personColumns,
  school: { ...schoolColumn, note: "Where the person works: tells apart those with the same name" },
  activity: activityColumn,
  starts_on: activityDayColumn,
  ends_on: {
    headings: ["End date", "Course end date", "Ends on", "Ends", "To", "Until", "End", "Finish date"],
    optional: true,
    label: "Last day",
  },
  provider: {
    headings: ["Provider", "Training provider", "Provider name", "Delivered by", "Supplier", "Organiser", "Company"],
    optional: true,
    label: "Provider",
    note: "Who delivers it",
  },
  delivery_mode: {
    headings: ["Delivery", "Delivery method", "Delivery mode", "Mode", "Format", "Method"],
    optional: true,
    label: "Delivery",
    ...deliveryModes,
  },
  planned_hours: {
    headings: ["Planned hours", "Course hours", "Course length", "Course duration", "Length"],
    optional: true,
    label: "Planned hours",
    note: "Of one participant, over all sessions",
  },
  hours: {
    headings: [
      "Hours attended",
      "Hours",
      "CPD hours",
      "Duration",
      "Duration (hours)",
      "Duration (minutes)",
      "Time spent",
      "Minutes",
      "Hours completed",
      "Credit hours",
    ],
    optional: true,
    label: "Hours attended",
    note: "1.5, 1:30 or 90 min",
  },
  state: {
    headings: [
      "Attendance",
      "Attendance status",
      "Status",
      "Attended",
      "Attended?",
      "State",
      "Completion status",
      "Booking status",
      "Outcome",
      "Present",
    ],
    optional: true,
    label: "Attendance",
    note: "Booked, attended, completed, withdrawn or absent",
    ...states,
  },
  role: {
    headings: ["Part", "Role in activity", "Role on course", "Attendee type", "Participant type", "Attended as"],
    optional: true,
    label: "Part",
    note: "Participant, facilitator or coach",
    ...roles,
  },
  completed_on: {
    headings: ["Completed on", "Completion date", "Date completed", "Completed", "Date of completion", "Finished on"],
    optional: true,
    label: "Completed on",
  },
};
