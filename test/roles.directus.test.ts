import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { provisionAccounts } from "../directus/accounts.ts";
import { provision } from "../directus/provision.ts";
import { collections } from "../directus/schema/record.ts";
import { type TestDirectus, testDirectus } from "./harness/directus.ts";
import { tokens } from "./harness/template.ts";
import { countWrites } from "./harness/writes.ts";

let directus: TestDirectus;
beforeAll(async () => {
  directus = await testDirectus();
});
afterAll(() => directus?.stop());

/** Signs in as the account with this role; returns the token that Directus hands out. */
async function signIn(role: string): Promise<string> {
  const { email, password } = directus.accounts.find((account) => account.role === role)!;
  const answer = await send("/auth/login", "POST", "", { email, password });
  return (await answer.json()).data.access_token;
}

function send(path: string, method: string, token: string, body?: unknown): Promise<Response> {
  return fetch(directus.url + path, {
    method,
    headers: { "content-type": "application/json", ...(token ? { authorization: `Bearer ${token}` } : {}) },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  });
}

/** The names of the collections whose records a token may read. */
async function readable(token: string): Promise<string[]> {
  const names: string[] = [];
  for (const { collection } of collections) {
    if ((await send(`/items/${collection}?limit=1`, "GET", token)).ok) names.push(collection);
  }
  return names.sort();
}

describe.for(["trust_executive", "trustee", "cpd_lead", "governor"])("a %s", (role) => {
  test("signs in, and reads no record and nobody else's account", async () => {
    const token = await signIn(role);
    expect(await readable(token)).toEqual([]);
    expect((await send("/users", "GET", token)).status).toBe(403);
    const me = await send("/users/me", "GET", token);
    expect(Object.keys((await me.json()).data)).toEqual(["id"]);
  });

  test("does not get into the Studio", async () => {
    const claims = JSON.parse(Buffer.from((await signIn(role)).split(".")[1]!, "base64url").toString());
    expect(claims).toMatchObject({ app_access: false, admin_access: false });
  });
});

test("a CPD administrator works on every collection but the answers, and cannot change collections or accounts", async () => {
  const token = await signIn("cpd_administrator");
  const all = collections.map(({ collection }) => collection).sort();
  expect(await readable(token)).toEqual(all.filter((collection) => collection !== "evaluations"));
  const made = await send("/items/priorities", "POST", token, { title: "Reading", level: "whole" });
  expect(made.status).toBe(200);
  const { id } = (await made.json()).data;
  expect((await send(`/items/priorities/${id}`, "PATCH", token, { status: "archived" })).status).toBe(200);
  // Invitations are made and closed by themselves: they can be looked at.
  expect((await send("/items/invitations", "POST", token, { wave: "follow_up" })).status).toBe(403);
  expect((await send("/collections", "POST", token, { collection: "extra", schema: {}, meta: {} })).status).toBe(403);
  expect((await send("/users", "POST", token, { email: "extra@larkmoor.example.org" })).status).toBe(403);
});

test("the pipeline's token reads what figures are made of, and writes nothing", async () => {
  const expected = collections.map(({ collection }) => collection);
  expect(await readable(tokens.pipeline)).toEqual(expected.sort());
  expect((await send("/users", "GET", tokens.pipeline)).status).toBe(403);
  for (const collection of expected) {
    const body = collection === "policy" ? { organisation_name: "Changed" } : { title: "New", name: "New" };
    const method = collection === "policy" ? "PATCH" : "POST";
    expect((await send(`/items/${collection}`, method, tokens.pipeline, body)).status, collection).toBe(403);
  }
});

test("the site's token reads accounts, appointments, the policy and schools, no staff, and writes nothing", async () => {
  expect(await readable(tokens.site)).toEqual(["appointments", "policy", "schools"]);
  const users = await send("/users?limit=1&fields=id,email,status,password,token", "GET", tokens.site);
  const [user] = (await users.json()).data;
  expect([user.password, user.token].filter((secret) => secret && !/^\*+$/.test(secret))).toEqual([]);
  expect((await send(`/users/${user.id}`, "PATCH", tokens.site, { status: "archived" })).status).toBe(403);
  expect((await send("/items/appointments", "POST", tokens.site, { role: "trustee" })).status).toBe(403);
});

test("somebody without a token reads nothing", async () => {
  expect(await readable("")).toEqual([]);
});

test("everything fits in Directus's Core tier", async () => {
  const { writes, fetch } = countWrites();
  const admin = { url: directus.url, token: tokens.admin, fetch };
  const { changed, entitlements } = await provision({ ...admin, serviceTokens: tokens });
  expect(entitlements).toMatchObject({ name: "Core", hasRowRules: false });
  expect(entitlements.usage.collections).toBeLessThanOrEqual(23);
  expect(entitlements.usage.flows).toBeLessThanOrEqual(4);
  expect(entitlements.usage.seats).toBe(2);
  // Provisioned by the template already: there is nothing left to write.
  expect(changed).toEqual([]);
  expect(writes).toEqual([]);
});

test("a new token for a service takes the place of the old one", async () => {
  const admin = { url: directus.url, token: tokens.admin };
  const newer = { ...tokens, site: "another-token-of-the-site-in-tests" };
  expect((await provision({ ...admin, serviceTokens: newer })).changed).toEqual(["Service: site"]);
  expect((await send("/items/policy", "GET", newer.site)).status).toBe(200);
  expect((await send("/items/policy", "GET", tokens.site)).status).toBe(401);
  await provision({ ...admin, serviceTokens: tokens });
});

test("accounts that exist keep their password, and a fourth Studio account is refused with what to do", async () => {
  const admin = { url: directus.url, token: tokens.admin };
  const governor = directus.accounts.find(({ role }) => role === "governor")!;
  const again = { ...governor, password: "another password", appointments: [] };
  expect(await provisionAccounts({ ...admin, accounts: [again] })).toEqual([]);
  expect(await signIn("governor")).toBeTruthy();

  const more = ["third", "fourth"].map((name) => ({
    email: `${name}@larkmoor.example.org`,
    password: "password of a test",
    role: "cpd_administrator",
    appointments: [],
  }));
  await expect(provisionAccounts({ ...admin, accounts: more })).rejects.toMatchObject({
    at: "accounts",
    problem: expect.stringContaining("no seat left"),
    fix: expect.stringContaining("licence key"),
  });
});
