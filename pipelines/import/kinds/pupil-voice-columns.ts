import { plainHeading } from "../headings.ts";
import type { ImportColumn } from "../table.ts";
import { choicesFrom, knownWords } from "./draft.ts";
import { schoolColumn } from "./school-column.ts";

/** The columns of a summary of a pupil survey. */
export type VoiceColumn =
  | "school"
  | "year"
  | "theme"
  | "question"
  | "group"
  | "answered"
  | "favourable"
  | "share"
  | "strongly_agree"
  | "agree"
  | "neither"
  | "disagree"
  | "strongly_disagree";

const themes = {
  choices: choicesFrom({
    pupil_voice_enjoyment: "Enjoyment and interest",
    pupil_voice_understanding: "Understanding",
    pupil_voice_confidence: "Confidence as learners",
    pupil_voice_wellbeing: "Wellbeing",
    pupil_voice_behaviour: "Behaviour",
  }),
  knownKey: knownWords({
    pupil_voice_wellbeing: /well-?being|\bsafe\b|happy|worr|bull|cared for|belong|someone to talk/,
    pupil_voice_behaviour: /behav|disrupt|calm|respect/,
    pupil_voice_confidence: /confiden|believe in|have a go|mistakes/,
    pupil_voice_understanding:
      /understand|explain|know (what|how)|learn(ing)? (a lot|well)|helps? me (to )?(learn|improve)|feedback/,
    pupil_voice_enjoyment: /enjoy|interest|like (school|lessons|learning)|fun\b|engag|look forward/,
  }),
};

const steps = (label: string, ...others: string[]): ImportColumn => ({
  headings: [label, `Number: ${label}`, ...others],
  optional: true,
  label: `Answers: ${label.toLowerCase()}`,
  note: "How many, where the file has a column for each answer",
});

/** How summaries of pupil surveys head what they hold. */
export const voiceColumns: Record<VoiceColumn, ImportColumn> = {
  school: { ...schoolColumn, forFile: {} },
  year: {
    headings: ["Academic year", "School year", "Survey year", "Year"],
    optional: true,
    label: "Academic year",
    note: "Such as 2025/26",
  },
  theme: {
    headings: ["Theme", "Area", "Strand", "Category", "Question", "Statement", "Item"],
    label: "Theme, or the question it is told by",
    note: "Enjoyment, understanding, confidence, wellbeing or behaviour",
    ...themes,
  },
  question: { headings: ["Question", "Statement", "Item"], optional: true, label: "Question" },
  group: {
    headings: ["Year group", "Class", "Key stage", "Group", "Cohort", "Phase"],
    optional: true,
    label: "Year group or class",
    note: "Added up for the school: no smaller group is kept",
  },
  answered: {
    headings: [
      "Answered",
      "Number of responses",
      "Responses",
      "Number answered",
      "Respondents",
      "Number of pupils",
      "Total responses",
      "Pupils",
      "Total",
      "Base",
      "Count",
      "N",
    ],
    optional: true,
    label: "How many answered",
  },
  favourable: {
    headings: [
      "Favourable",
      "Favourable answers",
      "Number favourable",
      "Positive",
      "Number positive",
      "Positive responses",
      "Number agreeing",
    ],
    optional: true,
    label: "How many answered favourably",
  },
  share: {
    headings: [
      "% favourable",
      "Favourable %",
      "Percentage favourable",
      "% positive",
      "Positive %",
      "Percentage positive",
      "% agree",
      "Percentage agree",
    ],
    optional: true,
    label: "Share that answered favourably",
    note: "Needs the number who answered beside it",
  },
  strongly_agree: steps("Strongly agree", "Agree strongly"),
  agree: steps("Agree"),
  neither: steps("Neither agree nor disagree", "Neither", "Neutral"),
  disagree: steps("Disagree"),
  strongly_disagree: steps("Strongly disagree", "Disagree strongly"),
};

const ofPupils = [
  /^(upn|uln|dob|name|forename|surname|initials|gender|sex|ethnicity)$/,
  /\b(first|last|full|given|family|legal|preferred) name\b|\be-?mail\b|date of birth|\bupn\b|admission (no|number)|candidate (no|number|name)/,
  /\b(pupil|student|child|learner)('?s)? ?(name|id|number|no|ref|reference|code)\b/,
];

/** The first heading of a file that has one row for each pupil; undefined where it has none. */
export function headingOfPupils(headings: readonly string[]): string | undefined {
  return headings.find((heading) => ofPupils.some((pattern) => pattern.test(plainHeading(heading))));
}
