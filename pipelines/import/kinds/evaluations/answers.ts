import { answerScales } from "../../../contract.ts";
import { cellText } from "../../cells.ts";
import type { Cell } from "../../sheet.ts";

/** How the answers of one column are worded, as far as its cells show. */
export type AnswerForm =
  /** Words of agreement; `steps` where the column itself shows whether the scale has a middle. */
  | { form: "agree"; steps: 4 | 5 | undefined; hasDontKnow: boolean }
  /** Whole numbers, with the least and greatest that somebody gave. */
  | { form: "numbers"; least: number; most: number }
  | { form: "yes_no" | "use_4" | "seen_by" | "barriers" | "enough_4" }
  /** Words of no scale that is known, each given by several people. */
  | { form: "words" }
  /** In people's own words. */
  | { form: "comment" }
  | { form: "empty" };

/** What stands for no answer. */
const noAnswer = /^(n\/?a|not applicable|-+|\.|prefer not to (say|answer)|no answer|not answered|skip(ped)?|null)$/;
const dontKnow = /^(don'?t know|do not know|dk|not sure|unsure|no idea|can'?t say|cannot say)$/;

/** A cell's answer as it is compared: small letters, plain apostrophes, single spaces; "" for no answer. */
export function plainAnswer(cell: Cell | undefined): string {
  const text = cellText(cell ?? null)
    .normalize("NFKC")
    .replace(/[’‘`]/g, "'")
    .replace(/\s+/g, " ")
    .trim()
    .toLowerCase();
  return noAnswer.test(text) ? "" : text;
}

const agreement: [degree: number, words: RegExp][] = [
  [2, /^(strongly|completely|totally|fully|definitely) agree$|^agree (strongly|completely|totally|fully)$|^sa$/],
  [1, /^agree$|^(tend to|somewhat|mostly|generally) agree$|^agree (somewhat|mostly)$/],
  [0, /^neither( agree n?or disagree)?$|^neutral$|^undecided$|^neither( disagree n?or agree)$|^no opinion$/],
  [-1, /^disagree$|^(tend to|somewhat|mostly|generally) disagree$|^disagree (somewhat|mostly)$/],
  [-2, /^(strongly|completely|totally|fully|definitely) disagree$|^disagree (strongly|completely|totally|fully)$|^sd$/],
];

/**
 * How far an answer agrees: 2 strongly, 1, 0 neither, −1, −2 strongly disagrees, or `dont_know`, in any capitals and with a number before
 * or after it (`4 - Agree`, `Agree (4)`), which `number` then is.
 *
 * @returns undefined for what is no word of agreement
 */
export function agreementOf(text: string): { degree: number | "dont_know"; number?: number } | undefined {
  const numbered = /^(?:(\d)\s*[-–—:.=)]\s*)?(.*?)(?:\s*[([](\d)[)\]])?$/.exec(text);
  const words = numbered?.[2]?.replace(/[.!]$/, "").trim() ?? text;
  const number = numbered?.[1] ?? numbered?.[3];
  if (dontKnow.test(words)) return { degree: "dont_know" };
  const found = agreement.find(([, pattern]) => pattern.test(words));
  if (!found) return undefined;
  return number === undefined ? { degree: found[0] } : { degree: found[0], number: Number(number) };
}

/** Words that other systems use for the options of a scale, beside its own. */
const otherWords: Record<
  "yes_no" | "use_4" | "seen_by" | "barriers" | "enough_4",
  [value: string | number | boolean, words: RegExp][]
> = {
  yes_no: [
    [true, /^(yes|y|true|yes,? please)$/],
    [false, /^(no|n|false|no,? thank(s| you))$/],
  ],
  use_4: [
    ["not_yet", /^not yet|^haven'?t (used|tried)|^not (used|tried)/],
    ["tried", /^tried|^(have )?tried|^once or twice|^a few times/],
    ["embedded", /embedded|part of (how|my|our)|routine|habit/],
    ["in_use", /^in use|^using|^use it|^(i )?use (it )?(regularly|often|sometimes)|^regularly/],
  ],
  seen_by: [
    ["nobody", /^no ?body|^no[- ]one|^not observed/],
    ["line_manager", /line manager/],
    ["observer", /observer|somebody else|someone else|coach|colleague/],
  ],
  barriers: [
    ["none", /^(nothing|none|no barriers?)$/],
    ["time", /^time\b|lack of time|not enough time|workload/],
    ["resources", /resource|equipment|materials/],
    ["support", /support/],
    ["relevance", /relevan|does not fit|doesn't fit|not applicable to/],
    ["confidence", /confiden/],
  ],
  enough_4: [],
};

/** The stored value of an answer on one of the worded scales; undefined for what is no word of it. A scale that takes several gives a list. */
export function wordedAnswer(
  text: string,
  scale: keyof typeof otherWords,
): string | number | boolean | (string | number | boolean)[] | undefined {
  const one = (part: string) => {
    const options: readonly { value: string | number | boolean; label: string }[] = answerScales[scale].options;
    const own = options.find(({ label, value }) => label.toLowerCase().replace(/’/g, "'") === part || value === part);
    return own?.value ?? otherWords[scale].find(([, pattern]) => pattern.test(part))?.[0];
  };
  if (scale !== "barriers") return one(text);
  const parts = text
    .split(/[;,|]/)
    .map((part) => part.trim())
    .filter(Boolean)
    .map(one);
  return parts.includes(undefined) ? undefined : [...new Set(parts as (string | number | boolean)[])];
}

/** A whole number that may carry its label, as in `4 - quite confident`. */
export function numberIn(text: string): number | undefined {
  const match = /^(\d{1,3})(?:\s*[-–—:=)]\s*\D.*|\.0)?$/.exec(text);
  return match ? Number(match[1]) : undefined;
}

/** Up to this share of a column's answers may be worded otherwise, as where a form let people write another answer. */
const mostStrays = 0.1;

/** How the answers of a column are worded. */
export function formOf(cells: Iterable<Cell>): AnswerForm {
  const counts = new Map<string, number>();
  let filled = 0;
  for (const cell of cells) {
    const text = plainAnswer(cell);
    if (text === "") continue;
    filled += 1;
    counts.set(text, (counts.get(text) ?? 0) + 1);
    // No scale has so many answers.
    if (counts.size > 1000) return { form: "comment" };
  }
  if (filled === 0) return { form: "empty" };
  const holds = (test: (text: string) => boolean) => {
    let strays = 0;
    for (const [text, count] of counts) if (!test(text)) strays += count;
    return strays <= filled * mostStrays && strays < filled;
  };
  const numbers = [...counts.keys()].flatMap((text) => numberIn(text) ?? []);
  const isAgreement = (text: string) => typeof agreementOf(text)?.degree === "number";
  if (holds((text) => agreementOf(text) !== undefined) && [...counts.keys()].some(isAgreement))
    return agreeForm(counts);
  if (holds((text) => numberIn(text) !== undefined)) {
    return { form: "numbers", least: Math.min(...numbers), most: Math.max(...numbers) };
  }
  for (const form of ["yes_no", "use_4", "seen_by", "enough_4", "barriers"] as const) {
    if (holds((text) => wordedAnswer(text, form) !== undefined || (form === "yes_no" && dontKnow.test(text))))
      return { form };
  }
  const isRepeated = counts.size <= 8 && counts.size <= filled / 2;
  return { form: isRepeated && [...counts.keys()].every((text) => text.length <= 60) ? "words" : "comment" };
}

/** Which steps an agree scale shows to have: a middle makes five, and so do numbers beside the words that count five. */
function agreeForm(counts: Map<string, number>): AnswerForm {
  const found = [...counts.keys()].flatMap((text) => agreementOf(text) ?? []);
  const hasDontKnow = found.some(({ degree }) => degree === "dont_know");
  const steps = new Set<4 | 5>();
  for (const { degree, number } of found) {
    if (degree === 0) steps.add(5);
    if (typeof degree !== "number" || number === undefined) continue;
    const ofFive = degree + 3;
    const ofFour = degree > 0 ? degree + 2 : degree + 3;
    if (number === ofFive && number !== ofFour) steps.add(5);
    if (number === ofFour && number !== ofFive) steps.add(4);
  }
  return { form: "agree", steps: steps.size === 1 ? [...steps][0] : undefined, hasDontKnow };
}
