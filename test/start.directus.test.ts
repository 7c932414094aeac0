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

test("from nothing to a site that answers, again without loss, and every process ends with Ctrl-C", {
  timeout: 400_000,
}, async () => {
  const first = start(["--empty", "--profile", "H"]);
  await isUp(first);
  expect(first.output()).toContain(`http://127.0.0.1:${port}`);
  expect(await (await fetch(`http://127.0.0.1:${port}/healthz`)).json()).toMatchObject({
    status: "ok",
    directus: "answers",
  });
  const secrets = await readFile(join(dataDir, "settings.env"), "utf8");
  expect((await stat(join(dataDir, "settings.env"))).mode & 0o077).toBe(0);

  // A second start over the same data says so, and leaves the first alone.
  const rival = start(["--empty"]);
  expect(await rival.ended).toBe(1);
  expect(rival.output()).toContain("the hub is already running");

  first.child.kill("SIGINT");
  expect(await first.ended).toBe(0);
  expect(await answers(`http://127.0.0.1:${port}/healthz`)).toBe(false);
  expect(await answers(`http://127.0.0.1:${environment["DIRECTUS_PORT"]}/server/ping`)).toBe(false);

  // A crash: nobody is there to end Directus and the site. The next start does.
  const second = start([]);
  await isUp(second);
  second.child.kill("SIGKILL");
  await second.ended;
  const third = start([]);
  await isUp(third);
  expect(await readFile(join(dataDir, "settings.env"), "utf8")).toBe(secrets);
  expect(await readdir(join(dataDir, "published", "releases"))).toHaveLength(1);
  third.child.kill("SIGTERM");
  expect(await third.ended).toBe(0);
});

test("an empty hub has the usual policy's words, and a profile asked for again leaves what people changed in it", async () => {
  const settings = { DATA_DIR: join(dataDir, "words"), DIRECTUS_PORT: String(await freePort()) };
  const policyOf = async (change?: object) => {
    const { DIRECTUS_ADMIN_TOKEN } = parseEnv(await readFile(join(settings.DATA_DIR, "settings.env"), "utf8"));
    const answer = await fetch(`http://127.0.0.1:${settings.DIRECTUS_PORT}/items/policy`, {
      method: change ? "PATCH" : "GET",
      headers: { authorization: `Bearer ${DIRECTUS_ADMIN_TOKEN}`, "content-type": "application/json" },
      ...(change ? { body: JSON.stringify(change) } : {}),
    });
    return ((await answer.json()) as { data: Record<string, unknown> }).data;
  };
  const empty = start(["--empty"], settings);
  await isUp(empty);
  expect(await policyOf()).toMatchObject({ profile: "C", local_board_term: "Locality Committee" });
  expect((await policyOf())["staff_groups"]).toHaveLength(20);
  const { DIRECTUS_ADMIN_PASSWORD } = parseEnv(await readFile(join(settings.DATA_DIR, "settings.env"), "utf8"));
  expect(empty.output()).not.toContain(DIRECTUS_ADMIN_PASSWORD);
  await policyOf({ local_board_term: "Valley Committee" });
  empty.child.kill("SIGINT");
  await empty.ended;
  const again = start(["--profile", "C"], settings);
  await isUp(again);
  expect(await policyOf()).toMatchObject({ profile: "C", local_board_term: "Valley Committee" });
  again.child.kill("SIGINT");
  await again.ended;
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
