import { createHash, randomBytes } from "node:crypto";
import { z } from "zod";
import { addDays, isWeekday } from "./days.ts";
import type { Duty, DutyContext } from "./duty.ts";
import { type Asked, countOf } from "./invitation.ts";
import { type Occasion, writeLetter } from "./mail/letter.ts";
import { canPost, openPost, type Post } from "./mail/post.ts";

/** E-mails to one person about one thing, reminders included. */
const mostEmails = 3;

/** Links to one form that work, from e-mails and slips of paper together: the newest. */
const mostLinks = 3;

const dueInvitation = z.object({
  id: z.string(),
  wave: z.enum(["end_of_session", "follow_up", "close_out", "staff_survey", "gap_task"]),
  state: z.enum(["due", "sent"]),
  stage: z.number().nullable(),
  survey_period: z.string().nullable(),
  closes_on: z.string(),
  sent_on: z
    .array(z.string())
    .nullable()
    .transform((days) => days ?? []),
  staff_id: z.object({ first_name: z.string().nullable(), email: z.string().nullable() }).nullable(),
  participation_id: z.object({ state: z.string() }).nullable(),
  activity_id: z.object({ title: z.string(), starts_on: z.string(), ends_on: z.string().nullable() }).nullable(),
  evidence_id: z.object({ title: z.string(), provider_contact: z.string().nullable() }).nullable(),
});
type DueInvitation = z.infer<typeof dueInvitation>;
const linked = z.object({ token_hashes: z.string().nullable() });

const fields = [
  ...["id", "wave", "state", "stage", "survey_period", "closes_on", "sent_on"],
  ...["staff_id.first_name", "staff_id.email", "participation_id.state"],
  ...["activity_id.title", "activity_id.starts_on", "activity_id.ends_on"],
  ...["evidence_id.title", "evidence_id.provider_contact"],
];

/** E-mails links to forms, and reminders: three at most, on weekdays, and never to somebody who answered. */
export const send: Duty = {
  name: "e-mails",
  when: "morning",
  async run(context) {
    const { record, config, today } = context;
    const open = await record.read(
      "invitations",
      dueInvitation,
      { state: { _in: ["due", "sent"] }, opens_on: { _lte: today }, closes_on: { _gte: today } },
      fields,
    );
    const due = open.filter((one) => isDue(one, context));
    if (due.length === 0) return [];
    const links = countOf(due.length, "link is", "links are");
    if (config.hasDemo) return [`${links} due; the people of the invented trust are not e-mailed.`];
    if (!canPost(config)) {
      return [`${links} due and not e-mailed: set SMTP_URL, MAIL_FROM and SITE_URL, or hand them out on paper.`];
    }
    if (!isWeekday(today)) return [`${links} due; e-mails go out on weekdays.`];
    const post = await openPost(config);
    try {
      return await sendAll(context, post, due);
    } finally {
      post.close();
    }
  },
};

/** Whether an e-mail is due today to whoever this is for, if they have an address. */
function isDue(one: DueInvitation, { policy, today }: DutyContext): boolean {
  const last = one.sent_on.at(-1);
  if (one.sent_on.length >= mostEmails) return false;
  if (last !== undefined && addDays(last, policy.reminder_after_days) > today) return false;
  if (one.wave !== "end_of_session" && one.wave !== "close_out") return true;
  // Nobody is e-mailed before it is over; and slips for the hall are made before anybody has come.
  const endedOn = one.activity_id?.ends_on ?? one.activity_id?.starts_on ?? "";
  const came = ["attended", "completed"].includes(one.participation_id?.state ?? "");
  return endedOn < today && (came || one.wave === "close_out");
}

async function sendAll(context: DutyContext, post: Post, due: DueInvitation[]): Promise<string[]> {
  const counts = { sent: 0, refused: 0, later: 0, answered: 0, without: 0 };
  let saidAt = Date.now();
  for (const one of due) {
    const to = (
      one.wave === "gap_task" && one.stage === 1 ? one.evidence_id?.provider_contact : one.staff_id?.email
    )?.trim();
    counts[to ? await sendOne(context, post, one, to) : "without"] += 1;
    if (Date.now() - saidAt < 5_000) continue;
    saidAt = Date.now();
    context.say(`e-mails: ${counts.sent} of ${due.length}`);
  }
  return [
    counts.sent > 0 && `Sent ${countOf(counts.sent, "e-mail", "e-mails")}.`,
    counts.refused > 0 &&
      `The mail server refused ${countOf(counts.refused, "address", "addresses")}: correct them in the Studio.`,
    counts.later > 0 && `The mail server put off ${countOf(counts.later, "e-mail", "e-mails")} to the next run.`,
    counts.without > 0 &&
      `${countOf(counts.without, "person has", "people have")} no e-mail address in the record: hand their link out on paper.`,
  ].filter((sentence) => sentence !== false);
}

/**
 * Sends one e-mail with a link of its own. That it went is noted first, so that a run which is killed here never sends it again;
 * the price is that this one e-mail may be missing, and the reminder makes up for it.
 *
 * @returns what became of it; `answered` where it is no longer wanted
 */
async function sendOne(
  { record, policy, config, today }: DutyContext,
  post: Post,
  one: DueInvitation,
  to: string,
): Promise<"sent" | "refused" | "later" | "answered"> {
  const token = randomBytes(16).toString("base64url");
  const hash = createHash("sha256").update(token).digest("hex");
  // Read again, because since the list was made an answer may have come, or a slip of paper with a link of its own.
  const isOpen = { id: { _eq: one.id }, state: { _eq: one.state } };
  const [now] = await record.read("invitations", linked, isOpen);
  if (now === undefined) return "answered";
  const links = [...(now.token_hashes ?? "").split(",").filter(Boolean), hash].slice(-mostLinks);
  const noted = { sent_on: [...one.sent_on, today], token_hashes: links.join(",") };
  // A state that is right already is not written, so that it cannot take the place of an answer's.
  const state = one.state === "due" ? { state: "sent" } : {};
  if ((await record.updateWhere("invitations", isOpen, { ...noted, ...state })) === 0) return "answered";

  const before = { sent_on: one.sent_on, token_hashes: now.token_hashes };
  const occasion = occasionOf(one, `${config.siteUrl!.replace(/\/$/, "")}/evaluate/${token}`);
  try {
    const outcome = await post.send(writeLetter(to, occasion, policy));
    if (outcome === "later") await record.update("invitations", one.id, before);
    return outcome;
  } catch (fault) {
    await record.update("invitations", one.id, before);
    throw fault;
  }
}

function occasionOf(one: DueInvitation, link: string): Occasion {
  const period = one.survey_period ?? "";
  return {
    asked: one.wave satisfies Asked,
    title: one.evidence_id?.title ?? one.activity_id?.title ?? "",
    stage: one.stage,
    year: `${period.slice(0, 4)}/${period.slice(4)}`,
    firstName: one.staff_id?.first_name?.trim() ?? "",
    link,
    closesOn: one.closes_on,
    number: one.sent_on.length + 1,
  };
}
