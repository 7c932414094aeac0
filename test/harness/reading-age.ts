/** How old a reader of English has to be for a text: the Flesch-Kincaid grade and five years. */
import { fleschKincaid } from "flesch-kincaid";
import { syllable } from "syllable";

/** Shorter texts say nothing about how hard they are alone: they are judged together with their neighbours. */
export const fewestWords = 20;

/**
 * Words that every reader of these pages knows, or that are what the page is about, however long they are: names of the field, of
 * qualifications and of publishers. Each counts as a word of one syllable.
 */
const known = [
  "continuing professional development",
  "professional development",
  "national professional qualifications?",
  "higher level teaching assistants?",
  "teaching assistants?",
  "early career teachers?",
  "qualified teacher status",
  "department for education",
  "value for money",
  "academic years?",
  "development",
  "activit(?:y|ies)",
  "administrators?",
  "evaluations?|evaluated?",
  "participants?|participations?",
  "questionnaires?",
  "qualifications?|qualified",
  "subscriptions?",
  "priorit(?:y|ies)",
  "organisations?",
  "primary",
  "secondary",
  "reading",
  "national",
  "education",
  "guskey’s|guskey|kirkpatrick’s|kirkpatrick|phillips",
];

const knownWords = new RegExp(`\\b(?:${known.join("|")})\\b`, "gi");

/** A text without addresses, and with everything that is read as one short word in its place: known words, numbers, years, marks in brackets. */
function plain(text: string): string {
  return text
    .replaceAll(/https?:\/\/\S+/g, "")
    .replaceAll(knownWords, "word")
    .replaceAll(/\[[a-z]+\]/g, "mark")
    .replaceAll(/[£−+]?\d[\d,./–-]*%?/g, "ten")
    .replaceAll(/\bCPD|NPQs?|HLTAs?|QTS|ECTs?|DfE|SQL|CSV|XmR\b/g, "word");
}

/** How many words a text has. */
export function countWords(text: string): number {
  return (plain(text).match(/[\p{L}’']+/gu) ?? []).length;
}

/** The age in years from which a text can be read; a colon or a semicolon ends a sentence as a full stop does, because readers rest there. */
export function readingAge(text: string): number {
  const said = plain(text);
  const words = said.match(/[\p{L}’']+/gu) ?? [];
  const sentences = said.split(/[.!?;:](?:\s|$)|\n/).filter((part) => /\p{L}/u.test(part));
  const syllables = words.reduce((sum, word) => sum + Math.max(1, syllable(word.replaceAll("’", "'"))), 0);
  return fleschKincaid({ sentence: Math.max(1, sentences.length), word: words.length, syllable: syllables }) + 5;
}
