import { createTransport } from "nodemailer";
import type { Config } from "../../config.ts";
import { HubError } from "../../errors.ts";

/** One e-mail to one person, in both forms. */
export interface Letter {
  to: string;
  subject: string;
  text: string;
  html: string;
  /** Files that go with it. */
  attachments?: { filename: string; content: Buffer; contentType: string }[];
}

/**
 * What became of a letter. `sent`: the server took it, or broke off when it may have. `refused`: the server will not take it for this
 * address. `later`: it will, but not now.
 */
export type Outcome = "sent" | "refused" | "later";

/** An open line to the mail server. */
export interface Post {
  /**
   * Hands one letter over, five a second at most.
   *
   * @throws HubError when the server has gone; the letter is then not sent. Never with an address
   */
  send(letter: Letter): Promise<Outcome>;
  close(): void;
}

/** Whether e-mails can be sent: there are a server, a sender, an address for links, and real people. */
export function canPost({ smtpUrl, mailFrom, siteUrl, hasDemo }: Config): boolean {
  return Boolean(smtpUrl && mailFrom && siteUrl) && !hasDemo;
}

/**
 * Opens a line to the mail server of the settings, and tries it.
 *
 * @throws HubError when it does not answer or does not let us in
 */
export async function openPost({ smtpUrl, mailFrom }: Config): Promise<Post> {
  const transport = createTransport({
    pool: true,
    url: smtpUrl!,
    maxConnections: 1,
    rateLimit: 5,
    rateDelta: 1_000,
    // A letter whose connection broke may have arrived: it is not handed over a second time.
    maxRequeues: 0,
    connectionTimeout: 20_000,
    greetingTimeout: 20_000,
    socketTimeout: 60_000,
    disableFileAccess: true,
    disableUrlAccess: true,
  });
  try {
    await transport.verify();
  } catch (cause) {
    transport.close();
    throw serverFault(cause);
  }
  return {
    async send(letter) {
      try {
        // Out-of-office replies to a program help nobody.
        const headers = { "Auto-Submitted": "auto-generated", "X-Auto-Response-Suppress": "All" };
        await transport.sendMail({ ...letter, from: mailFrom!, headers });
        return "sent";
      } catch (cause) {
        return outcomeOf(cause as SmtpError);
      }
    },
    close: () => transport.close(),
  };
}

/** What is known of a failure; its message may quote the address, and is left alone. */
interface SmtpError {
  code?: string;
  command?: string;
  responseCode?: number;
}

function outcomeOf(error: SmtpError): Outcome {
  const { responseCode = 0, code = "", command = "" } = error;
  // 421: the server is about to hang up.
  if (code === "EAUTH" || responseCode === 421) throw serverFault(error);
  if (responseCode >= 500) return "refused";
  if (responseCode >= 400) return "later";
  if (code === "EENVELOPE") return "refused";
  // Once the text was on its way nobody can tell whether it arrived.
  if (command === "DATA") return "sent";
  throw serverFault(error);
}

function serverFault(cause: unknown): HubError {
  const { code = "", responseCode } = cause as SmtpError;
  const known = [code, responseCode].filter(Boolean).join(" ");
  const isLocked = code === "EAUTH" || code === "ENOAUTH";
  return new HubError({
    at: "setting SMTP_URL",
    problem: isLocked
      ? "the mail server refuses the user or password"
      : `the mail server does not answer (${known || "no reason given"})`,
    fix: "Correct it, or wait until the server is back: what is not sent is sent at the next run",
  });
}
