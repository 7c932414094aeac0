import { type AnswerValue, answerScales, type CourseItem, type CourseReport, type CourseWave } from "../../contract.ts";

/** On each scale, the answers that a sentence counts together, and how it says so. */
const favourable: Record<string, { values: readonly AnswerValue[]; words: string }> = {
  agree_5: { values: [4, 5], words: "agreed or strongly agreed" },
  agree_4_dk: { values: [3, 4], words: "agreed or strongly agreed" },
  confidence_5: { values: [4, 5], words: "said quite or very" },
  use_4: { values: ["in_use", "embedded"], words: "use it" },
  enough_4: { values: [3, 4], words: "said mostly or fully" },
  yes_no: { values: [true], words: "said yes" },
};

/** Below this many people a percentage is whole: a decimal would claim more than the number of people allows. */
const wholePercentBelow = 50;

/** A report before its sentences are written. */
export type Unworded = Omit<CourseReport, "sentences">;

/** What a report says in plain sentences: who answered, what they said, what they ask for, whether it lasted and what it cost. */
export function sentencesOf(report: Unworded): string[] {
  const { end_of_session, follow_up, further_training, costs } = report;
  const total = costs.reduce((sum, { amount }) => sum + amount, 0);
  return [
    ...waveSentences(end_of_session, "at the end"),
    ...(further_training ? [`Further training asked for: ${ended(further_training)}`] : []),
    ...(follow_up ? waveSentences(follow_up, "at the follow-up") : []),
    ...(total > 0 ? [`It cost ${pounds.format(total)} in all, as far as costs are recorded.`] : []),
  ];
}

function waveSentences({ status, invited, answered, items }: CourseWave, when: string): string[] {
  if (status === "[c]" || invited === null || answered === null) {
    return [`Too few answered ${when} for their answers to be shown without telling on somebody.`];
  }
  if (answered === 0) return [`None of the ${invited} who were asked ${when} answered.`];
  const opening = `${shareOf(answered, invited)} who were asked ${when} answered.`;
  return [opening, ...items.flatMap(itemSentence)];
}

function itemSentence({ question, scale, answered, values }: CourseItem): string[] {
  const counted = (chosen: readonly AnswerValue[]) =>
    values.filter(({ value }) => chosen.includes(value)).reduce((sum, { count }) => sum + count, 0);
  const good = favourable[scale];
  if (good) return [`“${question}”: ${shareOf(counted(good.values), answered)} ${good.words}.`];
  const { options } = answerScales[scale as keyof typeof answerScales];
  const [most] = [...values].sort((one, other) => other.count - one.count);
  const label = options.find(({ value }) => value === most?.value)?.label;
  return most && most.count > 0 && label
    ? [`“${question}”: most often “${label}” (${shareOf(most.count, answered)}).`]
    : [];
}

/** "18 of 24 (75%)". */
function shareOf(part: number, whole: number): string {
  const digits = whole < wholePercentBelow ? 0 : 1;
  return `${part} of ${whole} (${((part / whole) * 100).toFixed(digits)}%)`;
}

function ended(text: string): string {
  return /[.!?]$/.test(text) ? text : `${text}.`;
}

const pounds = new Intl.NumberFormat("en-GB", { style: "currency", currency: "GBP", maximumFractionDigits: 0 });
