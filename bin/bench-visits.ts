/** One page of each kind that design knows, with who opens it: what the measurements of pages go over. */
import type { Config } from "../pipelines/config.ts";
import { fingerprint, makeToken } from "../src/evaluate/token.ts";

/** An account that opens pages. */
export interface Account {
  role: string;
  email: string;
  password: string;
}

/** One page to be opened. */
export interface Visit {
  /** What people call the page. */
  kind: string;
  address: string;
  /** The cookie of whoever opens it; empty where nobody is signed in. */
  cookie: string;
}

type Role = "governor" | "trust executive" | "cpd administrator" | "nobody";

/** Kinds of page: who opens one, its address, and how the first link to one is written on that page where it is a page about one thing. */
const kinds: readonly [kind: string, by: Role, path: string, link?: RegExp][] = [
  ["home", "governor", "/"],
  ["home of a trust", "trust executive", "/"],
  ["a school", "governor", "/schools/900001"],
  ["the trust", "trust executive", "/trust"],
  ["compare", "trust executive", "/compare"],
  ["compare a measure", "trust executive", "/compare/use_in_role"],
  ["levels", "governor", "/levels"],
  ["a level", "governor", "/levels/outcomes"],
  ["measures", "governor", "/measures"],
  ["a measure", "governor", "/measures/use_in_role"],
  ["courses", "cpd administrator", "/courses"],
  ["a course's report", "trust executive", "/courses/reports", /\/courses\/[\w-]+\/report/],
  ["needs", "trust executive", "/needs"],
  ["provision", "trust executive", "/provision"],
  ["a programme", "trust executive", "/provision", /\/provision\/[\w-]{36}[^"#]*/],
  ["value", "trust executive", "/value"],
  ["access", "trust executive", "/access"],
  ["sharing", "trust executive", "/sharing"],
  ["qualifications", "trust executive", "/qualifications"],
  ["papers", "governor", "/papers"],
  ["a paper", "governor", "/papers", /\/papers\/board_paper\?[^"#]*/],
  ["an edition", "cpd administrator", "/papers", /\/papers\/editions\/\d+/],
  ["data", "cpd administrator", "/data"],
  ["import", "cpd administrator", "/import"],
  ["tasks", "cpd administrator", "/tasks"],
  ["search", "governor", "/search?q=use"],
  ["glossary", "governor", "/glossary"],
  ["sign-in", "nobody", "/sign-in"],
];

/** Signs in as a browser without JavaScript does; returns the session's cookie. */
export async function signIn(site: string, { email, password }: Account): Promise<string> {
  const answer = await post(`${site}/sign-in`, { email, password });
  return answer.headers
    .getSetCookie()
    .map((cookie) => cookie.split(";")[0])
    .join("; ");
}

/**
 * Finds a page of each kind on a site with the demo trust, which gets an edition and a link to a form where it has none.
 *
 * @param chosen - words of the kinds that are wanted; all kinds when empty
 */
export async function findVisits(
  site: string,
  config: Config,
  accounts: readonly Account[],
  chosen: readonly string[] = [],
): Promise<Visit[]> {
  const cookies = new Map<Role, string>([["nobody", ""]]);
  for (const role of ["governor", "trust executive", "cpd administrator"] as const)
    cookies.set(role, await signIn(site, accounts.find((account) => account.role === role)!));
  const isWanted = (kind: string) => chosen.length === 0 || chosen.some((word) => kind.includes(word));
  const visits: Visit[] = [];
  for (const [kind, by, path, link] of kinds.filter(([name]) => isWanted(name))) {
    const cookie = cookies.get(by)!;
    if (kind === "an edition") await freeze(site, cookie);
    const address = link ? await follow(site + path, cookie, link) : site + path;
    visits.push({ kind, address, cookie });
  }
  if (isWanted("a form"))
    visits.push({ kind: "a form", address: `${site}/evaluate/${await openForm(config)}`, cookie: "" });
  return visits;
}

function post(address: string, fields: Record<string, string>, cookie = ""): Promise<Response> {
  const headers = { origin: new URL(address).origin, cookie };
  return fetch(address, { method: "POST", headers, body: new URLSearchParams(fields), redirect: "manual" });
}

/** The address of the first link on a page that is written like this. */
async function follow(address: string, cookie: string, link: RegExp): Promise<string> {
  const text = await (await fetch(address, { headers: { cookie } })).text();
  const [found] = new RegExp(`(?<=href=")${link.source}`).exec(text) ?? [];
  if (found === undefined) throw new Error(`${address} has no link like ${link}`);
  return new URL(found.replaceAll("&amp;", "&"), address).href;
}

/** Makes the trust's board paper an edition. */
async function freeze(site: string, cookie: string): Promise<void> {
  const { status } = await post(
    `${site}/papers/editions`,
    { kind: "board_paper", school: "trust", year: "202526" },
    cookie,
  );
  if (status !== 303) throw new Error(`/papers/editions answered ${status}`);
}

/** Gives an invitation that waits for an answer a code; returns the code. */
async function openForm(config: Config): Promise<string> {
  const headers = { authorization: `Bearer ${config.adminToken}`, "content-type": "application/json" };
  const invitations = `${config.directusUrl}/items/invitations`;
  const filter = JSON.stringify({
    state: { _eq: "sent" },
    wave: { _eq: "end_of_session" },
    expires_on: { _gte: config.today },
  });
  const found = await fetch(`${invitations}?limit=1&fields=id&filter=${encodeURIComponent(filter)}`, { headers });
  const [first] = ((await found.json()) as { data: { id: string }[] }).data;
  if (first === undefined) throw new Error("No invitation of the demo trust waits for an answer");
  const code = makeToken();
  const body = JSON.stringify({ token_hashes: fingerprint(code) });
  await fetch(`${invitations}/${first.id}`, { method: "PATCH", headers, body });
  return code;
}
