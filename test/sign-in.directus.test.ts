import { createHmac, randomUUID } from "node:crypto";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { connect, filtered, readUsers, send } from "../directus/client.ts";
import { type TestDirectus, testDirectus } from "./harness/directus.ts";
import { appointReaders, type Credentials, type ReaderKey } from "./harness/readers.ts";
import { writeRelease } from "./harness/release.ts";
import { type TestSite, testSite } from "./harness/site.ts";
import { type Page, visit } from "./harness/visitor.ts";

const dataDir = mkdtempSync(join(tmpdir(), "cpd-sign-in-"));
let directus: TestDirectus;
let site: TestSite;
let credentials: Credentials;

beforeAll(async () => {
  directus = await testDirectus();
  credentials = await appointReaders(directus);
  writeRelease(join(dataDir, "published"));
  site = await startSite();
});

afterAll(async () => {
  await site?.stop();
  await directus?.stop();
  rmSync(dataDir, { recursive: true });
});

const startSite = (today?: string) =>
  testSite({
    dataDir,
    directusUrl: directus.url,
    siteToken: directus.siteToken,
    accessRecheckSeconds: 0,
    ...(today === undefined ? {} : { today }),
  });

async function signedIn(key: ReaderKey) {
  const visitor = visit(site.url);
  const { email, password } = credentials[key];
  expect(await visitor.signIn(email, password)).toMatchObject({ status: 303 });
  return visitor;
}

const asAdmin = () => connect({ url: directus.url, token: directus.adminToken });
async function changeUser(key: ReaderKey, change: object): Promise<void> {
  const [user] = await readUsers(asAdmin(), { email: { _eq: credentials[key].email } });
  await send(asAdmin(), "PATCH", `/users/${user!.id}`, change);
}

async function changeAppointment(key: ReaderKey, change: object): Promise<void> {
  const [user] = await readUsers(asAdmin(), { email: { _eq: credentials[key].email } });
  const held = filtered("/items/appointments", { user_id: { _eq: user!.id } });
  const [appointment] = await send<{ id: string }[]>(asAdmin(), "GET", held);
  await send(asAdmin(), "PATCH", `/items/appointments/${appointment!.id}`, change);
}

/** What the form says is wrong. */
const saidIn = ({ body }: Page) => /role="alert"[^>]*>\s*([^<]*?)\s*</.exec(body)?.[1];

describe("signing in", () => {
  test("leads to the page that was asked for, and to no other site", async () => {
    const visitor = visit(site.url);
    const { leadsTo } = await visitor.get("/api/../measures?level=learning");
    expect(leadsTo).toBe("/sign-in?next=%2Fmeasures%3Flevel%3Dlearning");
    const { email, password } = credentials.trustee;
    expect(await visitor.post(leadsTo!, { email, password })).toMatchObject({
      status: 303,
      leadsTo: "/measures?level=learning",
    });
    const astray = await visit(site.url).post("/sign-in?next=//elsewhere.example", { email, password });
    expect(astray.leadsTo).toBe("/");
  });

  test("gives a cookie that no script reads and no other site sends, and that ends with the browser", async () => {
    const { email, password } = credentials.trustee;
    const { headers } = await visit(site.url).signIn(email, password);
    expect(headers.getSetCookie()).toHaveLength(1);
    expect(headers.getSetCookie()[0]).toMatch(/^cpd-session-\d+=[0-9a-f-]{36}; Path=\/; HttpOnly; SameSite=Lax$/i);
  });

  test("gives a new session, so that one planted before is worth nothing", async () => {
    const visitor = visit(site.url);
    const [name] = (await signedIn("governor")).cookies.keys();
    const planted = randomUUID();
    visitor.cookies.set(name!, planted);
    await visitor.signIn(credentials.trustee.email, credentials.trustee.password);
    expect(visitor.cookies.get(name!)).not.toBe(planted);
    const planter = visit(site.url);
    planter.cookies.set(name!, planted);
    expect(await planter.get("/api/measures")).toMatchObject({ status: 401 });
  });

  test("keeps the e-mail and not the password when they do not go together", async () => {
    const answer = await visit(site.url).signIn("bea@school.example", "not-my-password");
    expect(answer.status).toBe(401);
    expect(answer.body).toContain('value="bea@school.example"');
    expect(answer.body).not.toContain("not-my-password");
    expect(answer.body).toMatch(/id="password"[^>]*aria-invalid="true"[^>]*aria-describedby="problem"/);
  });

  test("says the same of an unknown e-mail, a wrong password and a disabled user", async () => {
    await changeUser("former_governor", { status: "suspended" });
    const { email, password } = credentials.former_governor;
    const answers = [
      await visit(site.url).signIn("nobody@larkmoor.example", "wrong"),
      await visit(site.url).signIn(credentials.trustee.email, "wrong"),
      await visit(site.url).signIn(email, password),
    ];
    await changeUser("former_governor", { status: "active" });
    expect(answers.map(({ status }) => status)).toEqual([401, 401, 401]);
    expect(new Set(answers.map(saidIn)).size).toBe(1);
  });

  test.for([
    [{ email: "", password: "x" }, "Type your e-mail address"],
    [{ email: "ada", password: "x" }, "Type your e-mail address"],
    [{ email: "ada@school.example", password: "" }, "Type your password"],
  ] as const)("says what is missing from %j", async ([fields, words]) => {
    const answer = await visit(site.url).post("/sign-in", fields);
    expect(answer.status).toBe(400);
    expect(saidIn(answer)).toContain(words);
  });

  test("says how long to wait after eight wrong tries, even for the right password", async () => {
    const { email, password } = credentials.trust_executive;
    for (let at = 0; at < 8; at += 1) expect((await visit(site.url).signIn(email, "wrong")).status).toBe(401);
    const answer = await visit(site.url).signIn(email, password);
    expect(answer.status).toBe(429);
    expect(saidIn(answer)).toBe("Too many tries did not work. Wait 5 minutes, then try again.");
    expect(answer.headers.get("retry-after")).toBe("300");
    expect((await visit(site.url).signIn(credentials.trustee.email, credentials.trustee.password)).status).toBe(303);
  });

  test("asks for the code of an account that has one", async () => {
    // Only those who may change accounts can set one up for themselves.
    const { email, password } = credentials.system_administrator;
    const secret = await setUpCode(email, password);
    const visitor = visit(site.url);
    const asked = await visitor.signIn(email, password);
    expect(asked.status).toBe(401);
    expect(asked.body).toMatch(/<label for="code"/);
    expect(saidIn(await visitor.post("/sign-in", { email, password, code: "000000" }))).toContain(
      "That code is not right",
    );
    expect(await visitor.post("/sign-in", { email, password, code: codeNow(secret) })).toMatchObject({ status: 303 });
  });
});

/** Sets up an authenticator app as its owner does; returns its secret. */
async function setUpCode(email: string, password: string): Promise<string> {
  const { access_token } = await send<{ access_token: string }>(
    connect({ url: directus.url, token: "" }),
    "POST",
    "/auth/login",
    { email, password },
  );
  const owner = connect({ url: directus.url, token: access_token });
  const { secret } = await send<{ secret: string }>(owner, "POST", "/users/me/tfa/generate", { password });
  await send(owner, "POST", "/users/me/tfa/enable", { secret, otp: codeNow(secret) });
  return secret;
}

/** The six digits that an authenticator app shows (RFC 6238). */
function codeNow(secret: string): string {
  const bits = [...secret].map((letter) =>
    "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567".indexOf(letter).toString(2).padStart(5, "0"),
  );
  const key = Buffer.from(
    bits
      .join("")
      .match(/.{8}/g)!
      .map((byte) => Number.parseInt(byte, 2)),
  );
  const counter = Buffer.alloc(8);
  counter.writeBigUInt64BE(BigInt(Math.floor(Date.now() / 30_000)));
  const hash = createHmac("sha1", key).update(counter).digest();
  const number = hash.readUInt32BE(hash.at(-1)! & 15) & 0x7fffffff;
  return String(number % 1_000_000).padStart(6, "0");
}

describe("forms", () => {
  test.for([
    ["another site", { origin: "https://elsewhere.example" }],
    ["another port", { origin: "http://127.0.0.1:1" }],
    ["nowhere in particular", {}],
    ["a page without an origin", { origin: "null" }],
  ] as const)("sent from %s are refused", async ([, headers]) => {
    const visitor = await signedIn("trustee");
    const { email, password } = credentials.governor;
    expect(await visit(site.url).post("/sign-in", { email, password }, headers)).toMatchObject({ status: 403 });
    expect(await visitor.post("/sign-out", {}, headers)).toMatchObject({ status: 403 });
    expect(await visitor.get("/api/measures")).toMatchObject({ status: 200 });
  });
});

describe("signing out", () => {
  test("ends the session on the server, so that a copy of the cookie is worth nothing", async () => {
    const visitor = await signedIn("trustee");
    const copy = visit(site.url);
    for (const [name, value] of visitor.cookies) copy.cookies.set(name, value);
    expect(await copy.get("/api/measures")).toMatchObject({ status: 200 });
    expect(await visitor.post("/sign-out", {})).toMatchObject({ status: 303, leadsTo: "/sign-in?signed-out" });
    expect(visitor.cookies.size).toBe(0);
    expect(await copy.get("/api/measures")).toMatchObject({ status: 401 });
  });

  test("is not done by following a link", async () => {
    const visitor = await signedIn("trustee");
    await visitor.get("/sign-out");
    expect(await visitor.get("/api/measures")).toMatchObject({ status: 200 });
  });
});

describe("access that ends", () => {
  test("a user disabled in Directus is signed out", async () => {
    const visitor = await signedIn("former_governor");
    expect(await visitor.get("/api/measures")).toMatchObject({ status: 403 });
    await changeUser("former_governor", { status: "suspended" });
    expect(await visitor.get("/api/measures")).toMatchObject({ status: 401 });
    await changeUser("former_governor", { status: "active" });
    expect(await visitor.get("/api/measures")).toMatchObject({ status: 401 });
  });

  test("an appointment that is ended or archived opens nothing from then on", async () => {
    const visitor = await signedIn("trustee");
    for (const end of [{ ends_on: "2026-11-19" }, { status: "archived" }]) {
      await changeAppointment("trustee", end);
      expect(await visitor.get("/measures/quality_rating.csv")).toMatchObject({ status: 403 });
      await changeAppointment("trustee", { ends_on: null, status: "active" });
      expect(await visitor.get("/measures/quality_rating.csv")).toMatchObject({ status: 200 });
    }
  });
});

// Last, because the record does not come back.
describe("while the record cannot be reached", () => {
  test("readers stay signed in, a known end is kept to, and new sign-ins are told why", async () => {
    await changeAppointment("governor", { ends_on: "2026-11-20" });
    const governor = await signedIn("governor");
    const { email, password } = credentials.governor;
    await directus.end();
    expect(await governor.get("/measures/quality_rating.csv")).toMatchObject({ status: 200 });
    const tomorrow = await startSite("2026-11-21");
    const later = visit(tomorrow.url);
    for (const [name, value] of governor.cookies) later.cookies.set(name, value);
    expect(await later.get("/measures/quality_rating.csv")).toMatchObject({ status: 403 });
    await tomorrow.stop();
    const answer = await visit(site.url).signIn(email, password);
    expect(answer.status).toBe(503);
    expect(saidIn(answer)).toMatch(/cannot be reached just now\. Those who are signed in can go on reading/);
    const health = await visit(site.url).get("/healthz");
    expect(health.status).toBe(200);
    expect(JSON.parse(health.body)).toMatchObject({ status: "degraded", directus: "does not answer" });
  });
});

test("a page is sent compressed to whoever can read it so", async () => {
  const sentAs = async (coding: string) =>
    (await fetch(`${site.url}/sign-in`, { headers: { "accept-encoding": coding } })).headers.get("content-encoding");
  expect([await sentAs("gzip, br"), await sentAs("gzip"), await sentAs("identity")]).toEqual(["br", "gzip", null]);
});
