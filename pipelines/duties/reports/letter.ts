import type { CourseReport } from "../../contract.ts";
import { writtenDay } from "../days.ts";
import type { Letter } from "../mail/post.ts";

/** The first report of a course, or the final one. */
export type Version = "first" | "final";

/** What a letter with a report takes from the policy. */
export interface ReportPolicy {
  organisation_name: string;
  /** The smallest number of answers whose figures may leave the log-in. */
  threshold_leaving: number;
}

/**
 * The e-mail with a course's report: its sentences, and a link for those who may sign in. It leaves the log-in, so its figures are those
 * that the larger threshold allows; of fewer answers it says that the figures are on the site.
 */
export function writeReportLetter(
  to: string,
  report: CourseReport,
  { version, siteUrl, policy }: { version: Version; siteUrl: string; policy: ReportPolicy },
): Letter {
  const name = version === "final" ? "Final evaluation report" : "Evaluation report";
  const subject = `${name}: ${report.title}`.replace(/\s+/g, " ");
  const answered = [report.end_of_session, report.follow_up].flatMap((wave) => wave?.answered ?? []);
  const mayLeave = answered.length > 0 && answered.every((count) => count === 0 || count >= policy.threshold_leaving);
  const said = mayLeave
    ? report.sentences
    : [
        "So few answered that the figures do not leave the site.",
        ...(report.further_training ? [`Further training asked for: ${report.further_training}`] : []),
      ];
  const opening = `What those who took part said of “${report.title}”, which ended on ${writtenDay(report.ended_on)}.`;
  const link = `${siteUrl.replace(/\/$/, "")}/courses/${report.activity_id}/report`;
  const closing = "The whole report, for those who may sign in:";
  const text = [
    opening,
    said.map((sentence) => `- ${sentence}`).join("\n"),
    `${closing}\n${link}`,
    policy.organisation_name,
  ];
  return {
    to,
    subject,
    text: `${text.join("\n\n")}\n`,
    html: asHtml({ subject, opening, said, closing, link, from: policy.organisation_name }),
  };
}

function asHtml(letter: {
  subject: string;
  opening: string;
  said: readonly string[];
  closing: string;
  link: string;
  from: string;
}): string {
  const link = escaped(letter.link);
  return `<!doctype html>
<html lang="en-GB"><head><meta charset="utf-8"><title>${escaped(letter.subject)}</title></head>
<body style="margin:0;padding:24px;font:16px/1.5 sans-serif;color:#1a1a1a;background:#fff">
<div style="max-width:560px">
<p style="margin:0 0 16px">${escaped(letter.opening)}</p>
<ul style="margin:0 0 16px;padding-left:20px">
${letter.said.map((sentence) => `<li style="margin:0 0 8px">${escaped(sentence)}</li>`).join("\n")}
</ul>
<p style="margin:0 0 16px">${escaped(letter.closing)}<br><a href="${link}">${link}</a></p>
<p style="margin:0">${escaped(letter.from)}</p>
</div>
</body></html>
`;
}

function escaped(words: string): string {
  return words.replace(/[&<>"]/g, (sign) => `&#${sign.charCodeAt(0)};`);
}
