import { writtenDay } from "../days.ts";
import type { DutyPolicy } from "../duty.ts";
import type { Asked } from "../invitation.ts";
import type { Letter } from "./post.ts";

/** What a letter with a link says. */
export interface Occasion {
  asked: Asked;
  /** The activity or gap task; empty for the staff survey. */
  title: string;
  /** Of a gap task. */
  stage: number | null;
  /** Such as 2026/27, for the staff survey. */
  year: string;
  /** The first name of whoever it goes to; empty for a provider. */
  firstName: string;
  link: string;
  closesOn: string;
  /** 1 for the first e-mail, 3 for the last. */
  number: number;
}

type Words = Pick<
  DutyPolicy,
  "organisation_name" | "organisation_term" | "lead_role_term" | "evaluation_mandatory" | "threshold_signed_in"
>;

/** What each wave is about, in one subject and one sentence; `about` is the title in quotation marks. */
const openings: Record<Asked, (about: string, occasion: Occasion) => { subject: string; ask: string; time: string }> = {
  end_of_session: (about) => ({
    subject: `Two minutes about ${about}`,
    ask: `You took part in ${about}. What did you make of it?`,
    time: "It takes about two minutes, on a telephone too.",
  }),
  follow_up: (about) => ({
    subject: `What became of ${about}?`,
    ask: `Some months ago you completed ${about}. You are one of those drawn by lot to be asked what you use of it today.`,
    time: "It takes about two minutes, on a telephone too.",
  }),
  close_out: (about) => ({
    subject: `Closing ${about}`,
    ask: `You led ${about}. Please close it by saying whether there was enough time and support, and what got in the way.`,
    time: "It takes about two minutes, on a telephone too.",
  }),
  staff_survey: (_about, { year }) => ({
    subject: `Staff survey ${year}: your professional development`,
    ask: "Once a year all staff are asked what they make of their professional development: ten statements, and room for a comment.",
    time: "It takes about three minutes, on a telephone too.",
  }),
  gap_task: (about, { stage }) => ({
    subject: `${about}: stage ${stage} of the gap task`,
    ask: `Stage ${stage} of the gap task ${about} is yours to write.`,
    time: "A few sentences are enough.",
  }),
};

/**
 * The e-mail that carries a link: what is asked, how long it takes, who sees it and until when, in the policy's own words. It
 * loads nothing and reports nothing back.
 */
export function writeLetter(to: string, occasion: Occasion, policy: Words): Letter {
  const opening = openings[occasion.asked](`“${occasion.title}”`, occasion);
  const greeting = occasion.firstName ? `Dear ${occasion.firstName},` : "Hello,";
  const before = [greeting, opening.ask, opening.time];
  const after = [
    whoSees(occasion.asked, policy),
    `The link is yours alone and works until you have answered. Please answer by ${writtenDay(occasion.closesOn)}.`,
    occasion.number === 1
      ? "If you do not, up to two reminders follow."
      : occasion.number === 2
        ? "This is a reminder; one more follows if you do not answer."
        : "This is the last e-mail about it.",
  ];
  const subject = `${occasion.number > 1 ? "Reminder: " : ""}${opening.subject}`.replace(/\s+/g, " ");
  const from = policy.organisation_name;
  const text = [...before, occasion.link, ...after, from].join("\n\n");
  return { to, subject, text: `${text}\n`, html: asHtml({ subject, before, link: occasion.link, after, from }) };
}

/** Who learns what from an answer. */
function whoSees(asked: Asked, policy: Words): string {
  const lead = `the ${policy.lead_role_term}`;
  if (asked === "gap_task") {
    return `It is not anonymous: the provider, the delegate, the leader and ${lead} read what the others wrote.`;
  }
  if (asked === "close_out") {
    return `It is not anonymous: it is your own professional statement as the leader, which ${lead} where the activity was held and those who administer the record read.`;
  }
  const duty =
    asked === "end_of_session" && policy.evaluation_mandatory
      ? "The policy asks everybody who took part to answer."
      : "Whether you answer is up to you.";
  const few = `Results are shown for ${policy.threshold_signed_in} answers or more together`;
  return `${duty} Your answer is kept without your name, and without the time it came. ${few}; it is noted that you answered, not what. Where you write in your own words, leave out names.`;
}

function asHtml(letter: { subject: string; before: string[]; link: string; after: string[]; from: string }): string {
  const paragraph = (words: string) => `<p style="margin:0 0 16px">${escaped(words)}</p>`;
  const link = escaped(letter.link);
  return `<!doctype html>
<html lang="en-GB"><head><meta charset="utf-8"><title>${escaped(letter.subject)}</title></head>
<body style="margin:0;padding:24px;font:16px/1.5 sans-serif;color:#1a1a1a;background:#fff">
<div style="max-width:560px">
${letter.before.map(paragraph).join("\n")}
<p style="margin:0 0 16px"><a href="${link}" style="display:inline-block;padding:12px 20px;background:#1d4f91;color:#fff;border-radius:4px">Open the form</a></p>
<p style="margin:0 0 16px">Or copy this address into a browser: ${link}</p>
${[...letter.after, letter.from].map(paragraph).join("\n")}
</div>
</body></html>
`;
}

function escaped(words: string): string {
  return words.replace(/[&<>"]/g, (sign) => `&#${sign.charCodeAt(0)};`);
}
