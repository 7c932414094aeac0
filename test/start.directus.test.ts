import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtemp, readdir, readFile, rm, stat } from "node:fs/promises";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { parseEnv } from "node:util";
import { afterAll, beforeAll, expect, test } from "vitest";
import { testDirectus } from "./harness/directus.ts";
import { freePort } from "./harness/free-port.ts";

const root = join(import.meta.dirname, "..");
let dataDir: string;
let environment: NodeJS.ProcessEnv;
let port: number;

interface Started {
  child: ChildProcess;
  /** Everything it has printed so far. */
  output: () => string;
  ended: Promise<number | null>;
}

const started: ChildProcess[] = [];

/** What `npm start` runs once the packages are there. */
function start(args: string[], settings: NodeJS.ProcessEnv = {}): Started {
  const child = spawn(process.execPath, [join(root, "bin", "start.ts"), ...args], {
    cwd: root,
    env: { ...environment, ...settings },
    stdio: ["ignore", "pipe", "pipe"],
  });
  started.push(child);
  let text = "";
  for (const stream of [child.stdout, child.stderr]) {
    stream.on("data", (chunk) => {
      text += chunk;
    });
  }
  return { child, output: () => text, ended: once(child, "close").then(([code]) => code) };
}

/** Waits until a start has said that the hub is up. */
async function isUp(hub: Started): Promise<void> {
  let hasEnded = false;
  void hub.ended.then(() => {
    hasEnded = true;
  });
  while (!hub.output().includes("Ctrl-C stops everything")) {
    if (hasEnded) throw new Error(`It ended: ${hub.output()}`);
    await new Promise((done) => setTimeout(done, 200));
  }
}

/** Whether anybody listens there. */
function answers(url: string): Promise<boolean> {
  return fetch(url).then(
    () => true,
    () => false,
  );
}

beforeAll(async () => {
  dataDir = await mkdtemp(join(tmpdir(), "cpd-start-"));
  port = await freePort();
  environment = {
    PATH: process.env["PATH"],
    DATA_DIR: dataDir,
    PORT: String(port),
    DIRECTUS_PORT: String(await freePort()),
    TODAY: "2026-11-20",
  };
});

afterAll(async () => {
  for (const child of started.filter(({ exitCode, signalCode }) => exitCode === null && signalCode === null)) {
    child.kill("SIGTERM");
    await once(child, "close");
  }
  await rm(dataDir, { recursive: true, force: true });
  await rm(join(root, "dist", String(port)), { recursive: true, force: true });
});

/** The policy of the hub's own Directus, with a change to it where there is one. */
async function policyOf(change?: object): Promise<Record<string, unknown>> {
  const { DIRECTUS_ADMIN_TOKEN } = parseEnv(await readFile(join(dataDir, "settings.env"), "utf8"));
  const answer = await fetch(`http://127.0.0.1:${environment["DIRECTUS_PORT"]}/items/policy`, {
    method: change ? "PATCH" : "GET",
    headers: { authorization: `Bearer ${DIRECTUS_ADMIN_TOKEN}`, "content-type": "application/json" },
    ...(change ? { body: JSON.stringify(change) } : {}),
  });
  return ((await answer.json()) as { data: Record<string, unknown> }).data;
}

test("from nothing to a site that answers, with the usual policy's words, and every process ends with Ctrl-C", {
  timeout: 400_000,
}, async () => {
  const first = start(["--empty"]);
  await isUp(first);
  expect(first.output()).toContain(`http://127.0.0.1:${port}`);
  expect(await (await fetch(`http://127.0.0.1:${port}/healthz`)).json()).toMatchObject({
    status: "ok",
    directus: "answers",
  });
  const { DIRECTUS_ADMIN_PASSWORD } = parseEnv(await readFile(join(dataDir, "settings.env"), "utf8"));
  expect(first.output()).not.toContain(DIRECTUS_ADMIN_PASSWORD);
  expect((await stat(join(dataDir, "settings.env"))).mode & 0o077).toBe(0);
  const policy = await policyOf();
  expect(policy).toMatchObject({ profile: "C", local_board_term: "Locality Committee" });
  expect(policy["staff_groups"]).toHaveLength(20);
  await policyOf({ lead_role_description: "Whoever the board names." });

  // A second start over the same data says so, and leaves the first alone.
  const rival = start(["--empty"]);
  expect(await rival.ended).toBe(1);
  expect(rival.output()).toContain("the hub is already running");

  first.child.kill("SIGINT");
  expect(await first.ended).toBe(0);
  expect(await answers(`http://127.0.0.1:${port}/healthz`)).toBe(false);
  expect(await answers(`http://127.0.0.1:${environment["DIRECTUS_PORT"]}/server/ping`)).toBe(false);
});

test("a later start finds everything again, after a crash too, and a profile asked for again leaves what people changed in it", {
  timeout: 400_000,
}, async () => {
  const secrets = await readFile(join(dataDir, "settings.env"), "utf8");
  const again = start(["--profile", "C"]);
  await isUp(again);
  expect(await policyOf()).toMatchObject({ profile: "C", lead_role_description: "Whoever the board names." });
  // A crash: nobody is there to end Directus and the site. The next start does.
  again.child.kill("SIGKILL");
  await again.ended;
  const afterCrash = start([]);
  await isUp(afterCrash);
  expect(await readFile(join(dataDir, "settings.env"), "utf8")).toBe(secrets);
  expect(await policyOf()).toMatchObject({ profile: "C", lead_role_description: "Whoever the board names." });
  // No figure rests on what was changed, so the figures are still those of the first start.
  expect(await readdir(join(dataDir, "published", "releases"))).toHaveLength(1);
  afterCrash.child.kill("SIGTERM");
  expect(await afterCrash.ended).toBe(0);
});

test("an organisation's own Directus is used: nobody is added to it, and it goes on when the hub stops", async () => {
  const own = await testDirectus();
  try {
    const users = async () => {
      const answer = await fetch(`${own.url}/users?fields=email`, {
        headers: { authorization: `Bearer ${own.adminToken}` },
      });
      return ((await answer.json()) as { data: unknown[] }).data.length;
    };
    const before = await users();
    const folder = join(dataDir, "beside-their-own");
    const hub = start([], { DATA_DIR: folder, DIRECTUS_URL: own.url, DIRECTUS_ADMIN_TOKEN: own.adminToken });
    await isUp(hub);
    expect(hub.output()).toContain(`The Studio   ${own.url}`);
    expect(hub.output()).toContain("of 25 collections");
    expect(hub.output()).not.toContain("Making the invented trust");
    expect(await (await fetch(`http://127.0.0.1:${port}/healthz`)).json()).toMatchObject({ directus: "answers" });
    hub.child.kill("SIGINT");
    expect(await hub.ended).toBe(0);
    expect(await users()).toBe(before);
    expect(await readdir(folder)).not.toContain("directus");
    expect(await readFile(join(folder, "settings.env"), "utf8")).not.toContain("PASSWORD");
  } finally {
    await own.stop();
  }
});

test("a port in use is named, with what to do", async () => {
  const other = createServer().listen(Number(environment["PORT"]), "127.0.0.1");
  await once(other, "listening");
  const hub = start([]);
  expect(await hub.ended).toBe(1);
  expect(hub.output()).toContain(
    `port ${port}: is in use by another program. Stop that program, or choose another port`,
  );
  other.close();
});

test("a choice that does not exist is refused before anything is made", async () => {
  const folder = join(dataDir, "never-made");
  const hub = start(["--profile", "Z"], { DATA_DIR: folder });
  expect(await hub.ended).toBe(1);
  expect(hub.output()).toContain('there is no policy "Z"');
  expect(await stat(folder).catch(() => "absent")).toBe("absent");
});
