/** A real mail server that keeps what it is given, for tests of what is sent. */
import { once } from "node:events";
import type { AddressInfo } from "node:net";
import { SMTPServer } from "smtp-server";

/** One e-mail as it arrived. */
export interface ReceivedLetter {
  to: string[];
  from: string;
  subject: string;
  text: string;
  html: string;
  /** The headers, as they stood. */
  head: string;
}

/** A running mail server. */
export interface MailServer {
  /** With the user and password that it wants. */
  url: string;
  letters: ReceivedLetter[];
  /** Called with each letter before the server says that it has it; what it throws is refused. */
  onLetter: (letter: ReceivedLetter) => Promise<void> | void;
  stop(): Promise<void>;
}

/** Starts a mail server on a free port; it takes no letter to an address that contains `refused` (for good) or `busy` (for now). */
export async function mailServer(): Promise<MailServer> {
  const server = new SMTPServer({
    allowInsecureAuth: true,
    hideSTARTTLS: true,
    onAuth: ({ username, password }, _session, done) =>
      username === "hub" && password === "secret" ? done(null, { user: "hub" }) : done(new Error("wrong password")),
    onRcptTo({ address }, _session, done) {
      if (/refused|busy/.test(address)) {
        const responseCode = address.includes("busy") ? 451 : 550;
        return done(Object.assign(new Error(`no such mailbox ${address}`), { responseCode }));
      }
      done();
    },
    onData(stream, { envelope }, done) {
      const parts: Buffer[] = [];
      stream.on("data", (part: Buffer) => parts.push(part));
      stream.on("end", async () => {
        const letter = readLetter(
          Buffer.concat(parts).toString("latin1"),
          envelope.rcptTo.map(({ address }) => address),
        );
        try {
          await mail.onLetter(letter);
          mail.letters.push(letter);
          done();
        } catch (error) {
          done(error as Error);
        }
      });
    },
  });
  // A client that is killed is no fault of the server's.
  server.on("error", () => {});
  const listening = server.listen(0, "127.0.0.1");
  await once(listening, "listening");
  const mail: MailServer = {
    url: `smtp://hub:secret@127.0.0.1:${(listening.address() as AddressInfo).port}`,
    letters: [],
    onLetter: () => {},
    stop: () => new Promise((done) => server.close(() => done())),
  };
  return mail;
}

function readLetter(raw: string, to: string[]): ReceivedLetter {
  const [head = "", ...rest] = raw.split("\r\n\r\n");
  const field = (name: string) => {
    const [, value = ""] = new RegExp(`^${name}: (.*(?:\r\n[ \t].*)*)`, "im").exec(head) ?? [];
    return decodeWords(value.replace(/\r\n[ \t]+/g, " "));
  };
  const [, boundary = ""] = /boundary="([^"]+)"/.exec(head) ?? [];
  const bodies = rest.join("\r\n\r\n").split(`--${boundary}`);
  const body = (type: string) =>
    decodeBody(bodies.find((part) => part.includes(`Content-Type: ${type}`)) ?? "").replaceAll("\r\n", "\n");
  return {
    to,
    from: field("From"),
    subject: field("Subject"),
    text: body("text/plain"),
    html: body("text/html"),
    head,
  };
}

/** The words of a header (RFC 2047). */
function decodeWords(value: string): string {
  return value
    .replace(/\?=\s+=\?/g, "?==?")
    .replace(/=\?utf-8\?([qb])\?([^?]*)\?=/gi, (_, kind: string, words: string) =>
      kind.toLowerCase() === "b" ? Buffer.from(words, "base64").toString() : decodeQuoted(words.replaceAll("_", " ")),
    );
}

function decodeBody(part: string): string {
  const [head = "", ...rest] = part.split("\r\n\r\n");
  const body = rest.join("\r\n\r\n");
  if (/base64/i.test(head)) return Buffer.from(body, "base64").toString();
  return /quoted-printable/i.test(head) ? decodeQuoted(body.replace(/=\r\n/g, "")) : body;
}

function decodeQuoted(words: string): string {
  const bytes = words.replace(/=([0-9A-F]{2})/gi, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16)));
  return Buffer.from(bytes, "latin1").toString("utf8");
}
