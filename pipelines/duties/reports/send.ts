import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { z } from "zod";
import { type CourseReport, coursesSlice, release } from "../../contract.ts";
import { hashOf } from "../../release/files.ts";
import { addDays } from "../days.ts";
import type { Duty, DutyContext } from "../duty.ts";
import { countOf } from "../invitation.ts";
import { canPost, openPost, type Post } from "../mail/post.ts";
import { type ReportPolicy, type Version, writeReportLetter } from "./letter.ts";

const recipient = z.object({
  role: z.string().nullish(),
  email: z.string().nullish(),
  version: z.enum(["first", "final"]).nullish(),
});

const reportPolicy = z.object({
  organisation_name: z.string(),
  threshold_leaving: z.number().int(),
  report_due_days: z
    .number()
    .int()
    .nullable()
    .transform((days) => days ?? 14),
  report_recipients: z
    .array(recipient)
    .nullish()
    .transform((found) => found ?? []),
});

const activity = z.object({
  id: z.string(),
  report_sent_on: z.string().nullable(),
  report_final_on: z.string().nullable(),
});

/** Where the day of sending is kept. */
const dayFields: Record<Version, "report_sent_on" | "report_final_on"> = {
  first: "report_sent_on",
  final: "report_final_on",
};

/** A report that goes out today, and to whom. */
interface Sending {
  report: CourseReport;
  version: Version;
  to: string[];
}

/**
 * E-mails the evaluation reports of courses to those whom the policy names. The first goes out once the form has closed and the report
 * stands in the release; the final one when an administrator has summed up what further training was asked for, the policy's days after
 * the first at the earliest. Roles without an address fetch it from the site, and the day of sending is then theirs to set.
 *
 * The day is noted in the activity before the e-mails go: stopped half-way, a report may be missed by somebody, and never comes twice.
 */
export const sendReports: Duty = {
  name: "course reports",
  when: "morning",
  async run(context) {
    const { record, config } = context;
    const policy = await record.policy(reportPolicy);
    const addressed = policy.report_recipients.flatMap(({ email, version }) =>
      email?.trim() ? [{ email: email.trim(), version: version ?? "first" }] : [],
    );
    if (addressed.length === 0) return [];
    const reports = await readReports(context);
    if (reports.length === 0) return [];
    const noted = new Map(
      (await record.read("activities", activity, { id: { _in: reports.map(({ activity_id }) => activity_id) } })).map(
        (one) => [one.id, one],
      ),
    );
    const due = reports.flatMap((report): Sending[] => {
      const known = noted.get(report.activity_id);
      const version = known && versionDue(report, known, policy.report_due_days, context.today);
      const to = addressed.filter((one) => one.version === version).map(({ email }) => email);
      return version && to.length > 0 ? [{ report, version, to }] : [];
    });
    if (due.length === 0) return [];
    const words = countOf(due.length, "course report is", "course reports are");
    if (config.hasDemo) return [`${words} due; nobody of the invented trust is e-mailed.`];
    if (!canPost(config)) {
      return [`${words} due and not e-mailed: set SMTP_URL, MAIL_FROM and SITE_URL, or print them from the site.`];
    }
    const post = await openPost(config);
    try {
      return await sendAll(context, post, due, policy);
    } finally {
      post.close();
    }
  },
};

/** Which version of a report is due today; null when neither is. */
function versionDue(
  report: CourseReport,
  known: z.output<typeof activity>,
  days: number,
  today: string,
): Version | null {
  if (known.report_sent_on === null) return "first";
  const isReady = report.further_training !== null && addDays(known.report_sent_on, days) <= today;
  return known.report_final_on === null && isReady ? "final" : null;
}

async function sendAll(
  { record, config, today }: DutyContext,
  post: Post,
  due: readonly Sending[],
  policy: ReportPolicy,
): Promise<string[]> {
  const counts = { sent: 0, refused: 0, later: 0 };
  for (const { report, version, to } of due) {
    const field = dayFields[version];
    await record.update("activities", report.activity_id, { [field]: today });
    const outcomes = new Set<keyof typeof counts>();
    for (const address of to) {
      const outcome = await post.send(
        writeReportLetter(address, report, { version, siteUrl: config.siteUrl!, policy }),
      );
      counts[outcome] += 1;
      outcomes.add(outcome);
    }
    // Nobody got it: it is due again tomorrow.
    if (!outcomes.has("sent")) await record.update("activities", report.activity_id, { [field]: null });
  }
  return [
    ...(counts.sent > 0 ? [`${countOf(counts.sent, "course report", "course reports")} e-mailed.`] : []),
    ...(counts.refused > 0
      ? [
          `${countOf(counts.refused, "address", "addresses")} for course reports refused by the mail server: correct the policy.`,
        ]
      : []),
    ...(counts.later > 0 ? [`${countOf(counts.later, "course report", "course reports")} to be sent later.`] : []),
  ];
}

/** The reports of the live release; none before there is one, or where it is damaged, which the next run of the pipeline mends. */
async function readReports({ config: { publishedDir } }: DutyContext): Promise<CourseReport[]> {
  try {
    const id = (await readFile(join(publishedDir, "current"), "utf8")).trim();
    const folder = join(publishedDir, "releases", id);
    const { files } = release.parse(JSON.parse(await readFile(join(folder, "release.json"), "utf8")));
    const text = await readFile(join(folder, "courses/trust.json"), "utf8");
    if (files["courses/trust.json"]?.sha256 !== hashOf(text)) return [];
    return coursesSlice.parse(JSON.parse(text)).courses;
  } catch {
    return [];
  }
}
