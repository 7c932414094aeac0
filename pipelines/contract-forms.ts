/** How questions of the evaluation forms are answered: what is stored, and the words that stand for it. Part of contract.ts. */

/** What `evaluations.answers` may hold for one question. */
export type AnswerValue = string | number | boolean;

/** One scale on which questions are answered. */
export interface AnswerScale {
  /**
   * `steps`: one option of an ordered few. `one`: one of several. `several`: any number, stored as a list. `words`: free text, stored as
   * it is typed.
   */
  kind: "steps" | "one" | "several" | "words";
  /** What is stored, with what people read; empty for `words`. */
  options: readonly { value: AnswerValue; label: string }[];
  /** The option that goes with no other, of a scale that takes several. */
  alone?: AnswerValue;
}

/**
 * The scales by the keys that a questionnaire's items name. A scale is never changed: other words or steps are another scale, with a
 * key of its own, so that figures on the two are not joined.
 */
export const answerScales = {
  agree_5: {
    kind: "steps",
    options: [
      { value: 1, label: "Strongly disagree" },
      { value: 2, label: "Disagree" },
      { value: 3, label: "Neither" },
      { value: 4, label: "Agree" },
      { value: 5, label: "Strongly agree" },
    ],
  },
  agree_4_dk: {
    kind: "steps",
    options: [
      { value: 1, label: "Strongly disagree" },
      { value: 2, label: "Disagree" },
      { value: 3, label: "Agree" },
      { value: 4, label: "Strongly agree" },
      { value: "dont_know", label: "Don't know" },
    ],
  },
  confidence_5: {
    kind: "steps",
    options: [
      { value: 1, label: "1: not at all" },
      { value: 2, label: "2: a little" },
      { value: 3, label: "3: somewhat" },
      { value: 4, label: "4: quite" },
      { value: 5, label: "5: very" },
    ],
  },
  use_4: {
    kind: "steps",
    options: [
      { value: "not_yet", label: "Not yet" },
      { value: "tried", label: "Tried it" },
      { value: "in_use", label: "In use" },
      { value: "embedded", label: "Part of how I work" },
    ],
  },
  seen_by: {
    kind: "one",
    options: [
      { value: "nobody", label: "Nobody yet" },
      { value: "line_manager", label: "My line manager" },
      { value: "observer", label: "Somebody else who observed it" },
    ],
  },
  barriers: {
    kind: "several",
    options: [
      { value: "time", label: "Time" },
      { value: "resources", label: "Resources" },
      { value: "support", label: "Support" },
      { value: "relevance", label: "It does not fit my work" },
      { value: "confidence", label: "Confidence" },
      { value: "none", label: "Nothing" },
    ],
    alone: "none",
  },
  enough_4: {
    kind: "steps",
    options: [
      { value: 1, label: "Not at all" },
      { value: 2, label: "Partly" },
      { value: 3, label: "Mostly" },
      { value: 4, label: "Fully" },
    ],
  },
  yes_no: {
    kind: "one",
    options: [
      { value: true, label: "Yes" },
      { value: false, label: "No" },
    ],
  },
  comment: { kind: "words", options: [] },
} as const satisfies Record<string, AnswerScale>;

/** The key of a scale. */
export type AnswerScaleKey = keyof typeof answerScales;
