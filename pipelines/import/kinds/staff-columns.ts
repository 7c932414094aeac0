import type { Choice, ImportColumn } from "../table.ts";
import { choicesFrom, knownWords, yesOrNo } from "./draft.ts";
import { type PersonColumn, personColumns } from "./person-columns.ts";
import { schoolColumn } from "./school-column.ts";

/** The columns of a staff export: who it is, and one spell in one post. */
export type StaffColumn =
  | PersonColumn
  | "school"
  | "staff_group"
  | "role_title"
  | "is_teacher"
  | "contract"
  | "fte"
  | "full_week"
  | "starts_on"
  | "ends_on"
  | "destination"
  | "missing";

/** How exports word a kind of contract; the census's own words are among them. */
const contracts = {
  choices: choicesFrom({ permanent: "Permanent", fixed_term: "Fixed term", supply: "Supply" }),
  knownKey: knownWords({
    supply: /^(supply|agency|casual|relief|bank|zero[- ]?hours?|as and when|service agreement|sla|agn)\b/,
    fixed_term: /^(fixed[- ]?term|fxt|ftc|temp|temporary|tmp|maternity cover|cover)\b/,
    permanent: /^(perm|permanent|prm|open[- ]?ended|substantive|indefinite)\b/,
  }),
};

/** How exports word where somebody went. */
const destinations = {
  choices: choicesFrom({
    own_trust: "Another post in the trust",
    other_state_school: "Another state-funded school",
    left_state_sector: "Left the state-funded sector",
    retired: "Retired",
    unknown: "Not known",
  }),
  knownKey: knownWords({
    retired: /retire|pension/,
    own_trust:
      /\b(our|own|same|within|internal)\b.*\b(trust|mat|transfer|move)|internal (transfer|move)|another post in the trust/,
    left_state_sector:
      /independent|abroad|overseas|outside|out of (education|teaching)|other (employment|career|profession)|left (teaching|education|the profession|profession)|private|career break|further education/,
    other_state_school: /school|academy|\bla\b|\blea\b|local authority|teaching post/,
    unknown: /unknown|not known|other|resign|end of contract|redundan|dismiss|deceased|death|not stated|n\/?a/,
  }),
};

/** How exports word what somebody works as, by what the policy calls the same group. */
const groupWords: [word: RegExp, group: RegExp][] = [
  [/\bta\b|\bhlta\b|\blsa\b|teaching assistant|learning support assistant|classroom assistant/, /assistant/],
  [/\bect\b|\bnqt\b|early career|newly qualified/, /early career/],
  [/^(head ?teacher|principal|deputy|assistant head|executive head|slt\b|senior lead|vice principal)/, /senior/],
  [/head of (department|year|faculty|subject)|middle lead|subject lead|\btlr\b/, /middle/],
  [/support|non[- ]?teaching|admin|technician|caretaker|catering|midday|cleaner|premises|office|clerical/, /support/],
  [
    /teacher|^teaching( staff)?$|qualified|main (pay )?(scale|range)|upper (pay )?(scale|range)|lecturer/,
    /^(class(room)? )?teachers?$|^teaching staff$/,
  ],
];

/** The policy's group for a word: the same but for an s at the end, or the one group that goes by a word of the same meaning. */
export function knownGroup(word: string, groups: readonly Choice[]): string | undefined {
  const plain = word
    .toLowerCase()
    .replace(/[\s_]+/g, " ")
    .trim();
  const singular = (text: string) => text.toLowerCase().replace(/_/g, " ").replace(/s$/, "");
  const same = groups.find(
    ({ key, label }) => singular(label) === singular(plain) || singular(key) === singular(plain),
  );
  if (same) return same.key;
  const meant = groupWords.find(([pattern]) => pattern.test(plain))?.[1];
  const fitting = meant ? groups.filter(({ label }) => meant.test(label.toLowerCase())) : [];
  return fitting.length === 1 ? fitting[0]!.key : undefined;
}

/** The column of staff groups, in files of every kind. */
export const staffGroupColumn: ImportColumn = {
  headings: [
    "Staff group",
    "Staff category",
    "Category",
    "Role category",
    "Workforce category",
    "Post category",
    "Staff type",
    "Job family",
    "Job role",
    "Role",
    "Post",
    "Post title",
    "Job title",
    "Position",
    "Your role",
    "What is your role?",
  ],
  label: "Staff group",
  note: "Words of the school's system are matched with the policy's groups once",
  choices: "staff_groups",
  knownKey: knownGroup,
};

/** How the systems of schools head what a staff export holds. */
export const staffColumns: Record<StaffColumn, ImportColumn> = {
  ...personColumns,
  school: { ...schoolColumn, forFile: {} },
  staff_group: { ...staffGroupColumn, forFile: {}, optional: true },
  role_title: {
    headings: ["Role title", "Job title", "Post title", "Post", "Role", "Position", "Job", "Contract role"],
    optional: true,
    label: "Post",
    note: "Such as Teacher of science",
  },
  is_teacher: {
    headings: [
      "Teacher",
      "Is teacher",
      "Teacher?",
      "Teaching staff",
      "Teaching",
      "Teaching or support",
      "Counted as teacher",
    ],
    optional: true,
    label: "Teacher",
    note: "Yes or no; otherwise as the policy says of the staff group",
    ...yesOrNo,
  },
  contract: {
    headings: ["Contract type", "Contract", "Employment type", "Contract category", "Agreement type", "Tenure"],
    optional: true,
    label: "Contract",
    note: "Permanent, fixed term or supply",
    ...contracts,
  },
  fte: {
    headings: [
      "FTE",
      "Full time equivalent",
      "Full-time equivalent",
      "FTE ratio",
      "FTE %",
      "% FTE",
      "Hours per week",
      "Weekly hours",
      "Hours worked per week",
      "Contracted hours",
      "Contract hours",
      "Hours",
    ],
    optional: true,
    label: "Full-time equivalent",
    note: "0.6, 60% or hours a week",
  },
  full_week: {
    headings: ["FTE hours per week", "Full-time hours", "Full time hours", "FTE hours", "Full time weekly hours"],
    optional: true,
    label: "Hours of a full week",
    note: "Needed only where full-time equivalents are given in hours",
  },
  starts_on: {
    headings: [
      "Contract start date",
      "Start date",
      "Employment start date",
      "Post start date",
      "Role start date",
      "Date of appointment",
      "Appointment date",
      "Date started",
      "Started on",
      "Contract start",
      "Start",
      "From",
    ],
    label: "From",
    note: "The first day in this post",
  },
  ends_on: {
    headings: [
      "Leaving date",
      "Date of leaving",
      "Date left",
      "Leave date",
      "Left on",
      "Contract end date",
      "End date",
      "Employment end date",
      "Post end date",
      "Role end date",
      "Contract end",
      "End",
      "Until",
      "To",
    ],
    optional: true,
    label: "Until",
    note: "The last day; empty while they are in post",
  },
  destination: {
    headings: [
      "Destination",
      "Reason for leaving",
      "Leaving reason",
      "Reason left",
      "Leaver destination",
      "Destination on leaving",
    ],
    optional: true,
    label: "Went to",
    ...destinations,
  },
  missing: {
    headings: [],
    optional: true,
    label: "People in post at these schools who are not in the file",
    note: "A leaver's post ends by its own row; by absence only if you choose so",
    choices: choicesFrom({ stay: "Stay in post", left: "Have left: their posts end on the day of the import" }),
    forFile: { otherwise: "stay" },
  },
};
