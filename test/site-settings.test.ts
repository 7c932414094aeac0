import { afterEach, expect, test, vi } from "vitest";
import { withSafeHeaders } from "../src/session/headers.ts";

afterEach(() => {
  vi.unstubAllEnvs();
});

/** The site's settings as they are built with these in the environment. */
async function settingsWith(environment: Record<string, string>) {
  vi.resetModules();
  vi.stubEnv("SITE_URL", "");
  for (const [name, value] of Object.entries(environment)) vi.stubEnv(name, value);
  const { default: settings } = await import("../astro.config.mjs");
  return settings;
}

test("behind https the session cookie is sent over nothing else, and to this host alone", async () => {
  const { session } = await settingsWith({ SITE_URL: "https://cpd.example.org" });
  expect(session).toMatchObject({ cookie: { name: "__Host-cpd-session", secure: true, sameSite: "lax" } });
});

test("two hubs on one machine have a cookie each", async () => {
  const { session: one } = await settingsWith({ PORT: "4321" });
  const { session: other } = await settingsWith({ PORT: "4322" });
  expect([one, other]).toMatchObject([
    { cookie: { name: "cpd-session-4321", secure: false } },
    { cookie: { name: "cpd-session-4322", secure: false } },
  ]);
});

test("forwarded addresses are believed only of the proxy that an administrator named", async () => {
  expect((await settingsWith({})).security?.allowedDomains).toEqual([]);
  const { security } = await settingsWith({ SITE_URL: "https://cpd.example.org" });
  expect(security?.allowedDomains).toEqual([{ protocol: "https", hostname: "cpd.example.org" }]);
});

test("an address that is not one for browsers is refused with what to do", async () => {
  await expect(settingsWith({ SITE_URL: "ftp://cpd.example.org" })).rejects.toThrow(
    /setting SITE_URL: .*\.env\.example/,
  );
});

test("the browser is told to come back over https only where it came by https", () => {
  const told = (isSecure: boolean) =>
    withSafeHeaders(new Response("{}"), "/", isSecure).headers.get("strict-transport-security");
  expect([told(true), told(false)]).toEqual(["max-age=31536000", null]);
});

test("what is not a page may load nothing at all", () => {
  const policy = withSafeHeaders(Response.json({}), "/api/measures", false).headers.get("content-security-policy");
  expect(policy).toContain("default-src 'none'");
});

test("no search engine may list a form, which its address alone opens; what needs a sign-in is out of its reach", () => {
  const robots = (path: string) => withSafeHeaders(new Response(""), path, false).headers.get("x-robots-tag");
  expect([robots("/evaluate/code"), robots("/schools/900001")]).toEqual(["noindex, nofollow", null]);
});
