import { existsSync, mkdtempSync, readdirSync, rmSync, statSync } from "node:fs";
import { request } from "node:http";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Readable } from "node:stream";
import { afterAll, beforeAll, describe, expect, test, vi } from "vitest";
import { connect, send } from "../directus/client.ts";
import { type TestDirectus, testDirectus } from "./harness/directus.ts";
import { appointReaders, otherSchool, ownSchool, type ReaderKey } from "./harness/readers.ts";
import { writeRelease } from "./harness/release.ts";
import { type TestSite, testSite } from "./harness/site.ts";
import { type Page, type Visitor, visit } from "./harness/visitor.ts";

const dataDir = mkdtempSync(join(tmpdir(), "cpd-import-page-"));
const uploadsDir = join(dataDir, "imports", "uploads");
const uploads = () => (existsSync(uploadsDir) ? readdirSync(uploadsDir) : []);
const visitors = {} as Record<"cpd_lead" | "trustee" | "cpd_administrator" | "system_administrator", Visitor>;
let directus: TestDirectus;
let site: TestSite;

beforeAll(async () => {
  directus = await testDirectus();
  const credentials = await appointReaders(directus);
  writeRelease(join(dataDir, "published"));
  const { url: directusUrl, siteToken, clerkToken } = directus;
  site = await testSite({ dataDir, directusUrl, siteToken, clerkToken, environment: { IMPORT_LIMIT_MB: "1" } });
  for (const reader of ["cpd_lead", "trustee", "cpd_administrator", "system_administrator"] as const) {
    visitors[reader] = visit(site.url);
    const { email, password } = credentials[reader as ReaderKey];
    expect(await visitors[reader].signIn(email, password)).toMatchObject({ status: 303 });
  }
});

afterAll(async () => {
  await site?.stop();
  await directus?.stop();
  rmSync(dataDir, { recursive: true });
});

const cookiesOf = ({ cookies }: Visitor) => [...cookies].map((pair) => pair.join("=")).join("; ");

/** Sends a file as the page's form does. */
async function upload(visitor: Visitor, name: string, content: BlobPart): Promise<Page> {
  const body = new FormData();
  body.append("file", new Blob([content]), name);
  const headers = { cookie: cookiesOf(visitor), origin: site.url };
  const response = await fetch(`${site.url}/import`, { method: "POST", body, headers, redirect: "manual" });
  return {
    status: response.status,
    headers: response.headers,
    body: await response.text(),
    leadsTo: response.headers.get("location"),
  };
}

const idOf = (leadsTo: string | null) => /^\/import\/([0-9a-f]{32})\//.exec(leadsTo ?? "")![1]!;

/** Waits until an import is at work no more; returns where it leads then. */
function settled(visitor: Visitor, id: string): Promise<string> {
  return vi.waitFor(
    async () => {
      const { leadsTo } = await visitor.get(`/import/${id}`);
      // It may end between two questions: then the page that waits leads on, and is not where it has settled.
      if (leadsTo!.endsWith("/wait")) expect((await visitor.get(leadsTo!)).body).toContain("This file cannot be used");
      return leadsTo!;
    },
    { timeout: 100_000, interval: 100 },
  );
}

/** The fields of a page's form as they stand there. */
function fieldsOf(body: string): Record<string, string> {
  const fields: Record<string, string> = {};
  const form =
    /<form class="form" method="post".*?<\/form>|<form method="post"[^>]*><input type="hidden" name="version".*?<\/form>/s.exec(
      body,
    )![0];
  for (const [, name, value] of form.matchAll(/<input type="hidden" name="([^"]+)" value="([^"]*)"/g))
    fields[name!] = value!;
  for (const [, name, options] of form.matchAll(/<select[^>]* name="([^"]+)"[^>]*>(.*?)<\/select>/gs))
    fields[name!] = /<option value="([^"]*)" selected/.exec(options!)?.[1] ?? "";
  return fields;
}

const heading = "Forename,Surname,Work email,Payroll no,School,Staff type,Job title,Contract type,FTE,Start date";
const row = (name: string, number: string, school: string, group = "Teacher") =>
  `${name},${name}@larkmoor.example.org,${number},${school},${group},Invented post,Permanent,1,01/09/2021`;
const staffFile = [
  heading,
  row("Ada,Testcase", "P001", ownSchool.name).replace("Ada,Testcase@", "ada.testcase@"),
  row("Bilal,Example", "P002", otherSchool.name).replace("Bilal,Example@", "bilal.example@"),
  row("Cleo,Invented", "P003", ownSchool.name)
    .replace("Cleo,Invented@", "cleo.invented@")
    .replace("01/09/2021", "31/31/2021"),
].join("\r\n");

/** Takes an upload on from any page to the preview, as whoever agrees to everything would. */
async function goOn(visitor: Visitor, id: string): Promise<string> {
  for (let steps = 0; steps < 4; steps += 1) {
    const place = await settled(visitor, id);
    if (place.endsWith("/preview") || place.endsWith("/wait") || place.endsWith("/done")) return place;
    const { body } = await visitor.get(place);
    const fields = fieldsOf(body);
    if (place.endsWith("/kind")) fields["kind"] = "staff";
    expect(await visitor.post(place, fields)).toMatchObject({ status: 303 });
  }
  throw new Error("It does not come to a preview");
}

const countOf = async (collection: string) => {
  const admin = connect({ url: directus.url, token: directus.adminToken });
  return (await send<unknown[]>(admin, "GET", `/items/${collection}?limit=-1&fields=id`)).length;
};

describe("a file that cannot be used", () => {
  test("is refused politely when it is over the limit, and nothing is kept of it", async () => {
    const before = uploads();
    const { status, body } = await upload(visitors.cpd_administrator, "large.csv", "a,b\n".repeat(300_000));
    expect(status).toBe(413);
    expect(body).toContain("That file is larger than 1 MB.");
    expect(uploads()).toEqual(before);
  });

  test("is refused the same when the form does not say how large it is", async () => {
    const before = uploads();
    const boundary = "an-invented-boundary";
    async function* parts() {
      const head = `--${boundary}\r\nContent-Disposition: form-data; name="file"; filename="large.csv"\r\n\r\n`;
      yield new TextEncoder().encode(head);
      for (let part = 0; part < 30; part += 1) yield new Uint8Array(100_000).fill(97);
      yield new TextEncoder().encode(`\r\n--${boundary}--\r\n`);
    }
    const { status } = await fetch(`${site.url}/import`, {
      method: "POST",
      body: Readable.toWeb(Readable.from(parts())),
      duplex: "half",
      headers: {
        cookie: cookiesOf(visitors.cpd_administrator),
        origin: site.url,
        "content-type": `multipart/form-data; boundary=${boundary}`,
      },
    } as RequestInit);
    expect(status).toBe(413);
    expect(uploads()).toEqual(before);
  });

  test.for([
    ["without a file", ""],
    ["empty", "x"],
  ])("is asked for again when the form is %s", async ([, name]) => {
    const before = uploads();
    const { status, body } = await upload(visitors.cpd_administrator, name!, "");
    expect(status).toBe(400);
    expect(body).toContain("Choose a file first.");
    expect(uploads()).toEqual(before);
  });

  test("leaves nothing behind when it breaks off", async () => {
    const before = uploads();
    const boundary = "an-invented-boundary";
    await new Promise<void>((done) => {
      const sending = request(`${site.url}/import`, {
        method: "POST",
        headers: {
          cookie: cookiesOf(visitors.cpd_administrator),
          origin: site.url,
          "content-type": `multipart/form-data; boundary=${boundary}`,
          "content-length": 500_000,
        },
      });
      sending.on("error", () => done());
      sending.write(`--${boundary}\r\nContent-Disposition: form-data; name="file"; filename="half.csv"\r\n\r\n`);
      sending.write("half,a,file\n".repeat(10_000));
      const begun = setInterval(() => {
        if (uploads().length === before.length) return;
        clearInterval(begun);
        sending.destroy();
      }, 20);
    });
    await vi.waitFor(() => expect(uploads()).toEqual(before), { timeout: 100_000 });
  });

  test("is said to be what it is when it is no table", async () => {
    const id = idOf(
      (await upload(visitors.cpd_administrator, "picture.csv", new Uint8Array([137, 80, 78, 71, 0, 1, 2]))).leadsTo,
    );
    const { body } = await visitors.cpd_administrator.get(await settled(visitors.cpd_administrator, id));
    expect(body).toContain("This file cannot be used");
    expect(body).toContain("Nothing has been written.");
    expect(await visitors.cpd_administrator.post(`/import/${id}`, {})).toMatchObject({ leadsTo: "/import" });
    expect(uploads()).not.toContain(id);
  });

  test("is not taken from somebody who imports nothing", async () => {
    const before = uploads();
    expect(await upload(visitors.trustee, "staff.csv", staffFile)).toMatchObject({ status: 403 });
    expect(uploads()).toEqual(before);
  });

  test("is the only thing that may be large: no other form is", async () => {
    const { status } = await visitors.cpd_administrator.post("/staff", { name: "a".repeat(1_100_000) });
    expect(status).toBe(413);
  });
});

describe("a staff file of a CPD administrator", () => {
  const visitor = () => visitors.cpd_administrator;
  let id: string;

  test("comes to a preview, and nothing is written by then", async () => {
    id = idOf((await upload(visitor(), "staff.csv", staffFile)).leadsTo);
    expect(await goOn(visitor(), id)).toBe(`/import/${id}/preview`);
    const { body } = await visitor().get(`/import/${id}/preview`);
    expect(body.replace(/<[^>]+>/g, " ")).toMatch(/To be added\s+4 .*Refused\s+1 /s);
    expect(await countOf("staff")).toBe(0);
  });

  test("is kept where only the hub reads it", () => {
    const modeOf = (path: string) => (statSync(path).mode & 0o777).toString(8);
    expect(modeOf(join(uploadsDir, id))).toBe("700");
    for (const name of ["file", "about.json"]) expect(modeOf(join(uploadsDir, id, name))).toBe("600");
  });

  test("is theirs alone", async () => {
    for (const other of [visitors.system_administrator, visitors.cpd_lead])
      for (const page of ["", "/wait", "/kind", "/columns", "/preview", "/progress.json", "/refused.csv"])
        expect(await other.get(`/import/${id}${page}`)).toMatchObject({ status: 404 });
    expect(await visitors.system_administrator.post(`/import/${id}`, {})).toMatchObject({ status: 404 });
  });

  test("is found again by whoever left it, and by whoever has to sign in again", async () => {
    expect((await visitor().get("/import")).body).toContain(`/import/${id}/preview`);
    const { leadsTo } = await visit(site.url).get(`/import/${id}/preview`);
    expect(leadsTo).toBe(`/sign-in?next=${encodeURIComponent(`/import/${id}/preview`)}`);
  });

  test("has its refused rows with line, column and reason, to be downloaded", async () => {
    const { body } = await visitor().get(`/import/${id}/preview?show=refused`);
    expect(body.replace(/<[^>]+>/g, " ")).toMatch(/\b4\s+Start date\s+\S/);
    const { body: csv, headers } = await visitor().get(`/import/${id}/refused.csv`);
    expect(headers.get("content-disposition")).toContain("refused.csv");
    expect(csv).toContain("Start date");
    expect(csv.trim().split("\r\n")).toHaveLength(2);
  });

  test("can be matched anew from the preview, and leads there again", async () => {
    const { body } = await visitor().get(`/import/${id}/columns`);
    const fields = fieldsOf(body);
    expect(Object.keys(fields).filter((name) => name.startsWith("column-")).length).toBeGreaterThan(8);
    expect(await visitor().post(`/import/${id}/columns`, fields)).toMatchObject({ leadsTo: `/import/${id}/wait` });
    expect(await settled(visitor(), id)).toBe(`/import/${id}/preview`);
  });

  test("is not written by a window that shows an earlier preview", async () => {
    for (const page of ["preview", "columns", "kind"]) {
      const { body, status } = await visitor().post(`/import/${id}/${page}`, {
        version: "2026-01-01T00:00:00.000Z",
        kind: "staff",
      });
      expect(status).toBe(409);
      expect(body).toContain("Another window has changed this import");
    }
    expect(await countOf("staff")).toBe(0);
  });

  test("is written once, however often the button is pressed", async () => {
    const fields = fieldsOf((await visitor().get(`/import/${id}/preview`)).body);
    await Promise.all([1, 2, 3].map(() => visitor().post(`/import/${id}/preview`, fields)));
    expect(await settled(visitor(), id)).toBe(`/import/${id}/done`);
    expect(await countOf("staff")).toBe(2);
    expect(await countOf("employments")).toBe(2);
    const batches = readdirSync(join(dataDir, "imports")).filter((name) => name.endsWith("-staff.json"));
    expect(batches).toHaveLength(1);
    expect(existsSync(join(uploadsDir, id, "file"))).toBe(false);
  });

  test("is undone by whoever may, and by nobody else", async () => {
    const { body } = await visitor().get(`/import/${id}/done`);
    const batch = /\/import\/batches\/[\w-]+/.exec(body)![0];
    expect((await visitors.system_administrator.get(batch)).body).toContain("CPD administrator");
    expect(await visitors.cpd_lead.get(batch)).toMatchObject({ status: 404 });
    expect(await visitors.cpd_lead.post(batch, {})).toMatchObject({ status: 404 });
    expect(await countOf("staff")).toBe(2);
    expect(await visitor().post(batch, {})).toMatchObject({ status: 303, leadsTo: batch });
    await vi.waitFor(async () => expect((await visitor().get(batch)).body).toContain("Undone"), { timeout: 100_000 });
    expect(await countOf("staff")).toBe(0);
    expect((await visitor().get(`/import/${id}`)).leadsTo).toBe(`/import/${id}/done`);
    expect((await visitor().get("/import")).body).not.toContain(id);
  });
});

test("a CPD lead imports for their own school, and sees their own imports alone", async () => {
  const lead = visitors.cpd_lead;
  const id = idOf((await upload(lead, "staff.csv", staffFile)).leadsTo);
  expect(await goOn(lead, id)).toBe(`/import/${id}/preview`);
  const { body } = await lead.get(`/import/${id}/preview`);
  expect(await lead.post(`/import/${id}/preview`, fieldsOf(body))).toMatchObject({ status: 303 });
  expect(await settled(lead, id)).toBe(`/import/${id}/done`);
  expect(await countOf("employments")).toBe(1);
  const batches = (page: Page) => [...page.body.matchAll(/\/import\/batches\/[\w-]+/g)].length;
  expect(batches(await lead.get("/import"))).toBe(1);
  expect(batches(await visitors.cpd_administrator.get("/import"))).toBe(2);
});

test("nothing of a file is in the site's log", () => {
  expect(site.log()).not.toMatch(/testcase|bilal|invented post|P00\d/i);
});
