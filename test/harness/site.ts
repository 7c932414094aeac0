/** Serves the built site to tests, each with data and a record of its own. */
import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { join } from "node:path";
import { inject } from "vitest";
import { freePort } from "./free-port.ts";

/** A served site. */
export interface TestSite {
  url: string;
  /** What the server has written to its log so far. */
  log: () => string;
  stop: () => Promise<void>;
}

/** Where a site finds its data and its record, and what day it is there. */
export interface SiteSettings {
  dataDir: string;
  directusUrl: string;
  siteToken: string;
  /** Needed where the site writes: forms, imports, exports. */
  clerkToken?: string;
  /** Other settings, by their names in the environment. */
  environment?: Record<string, string>;
  /** An ISO date; 2026-11-20 unless a test says otherwise. */
  today?: string;
  /** 0 asks the record on every page, so that no test waits ten minutes. */
  accessRecheckSeconds?: number;
}

async function answers(url: string, server: ChildProcess): Promise<void> {
  const patience = performance.now() + 60_000;
  while (performance.now() < patience && server.exitCode === null) {
    if (
      await fetch(`${url}/sign-in`).then(
        ({ ok }) => ok,
        () => false,
      )
    )
      return;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  throw new Error("The site does not answer");
}

/** Starts the built site on a free port. Its tests must run in a project whose global set-up has `site-build.ts`. */
export async function testSite(settings: SiteSettings): Promise<TestSite> {
  const port = await freePort();
  const server = spawn(process.execPath, [join(inject("siteBuild"), "server/entry.mjs")], {
    env: {
      PATH: process.env["PATH"],
      HOST: "127.0.0.1",
      PORT: String(port),
      DATA_DIR: settings.dataDir,
      DIRECTUS_URL: settings.directusUrl,
      DIRECTUS_SITE_TOKEN: settings.siteToken,
      TODAY: settings.today ?? "2026-11-20",
      ...(settings.clerkToken ? { DIRECTUS_CLERK_TOKEN: settings.clerkToken } : {}),
      ...settings.environment,
      ACCESS_RECHECK_SECONDS: String(settings.accessRecheckSeconds ?? 600),
    },
    stdio: ["ignore", "pipe", "pipe"],
  });
  let log = "";
  for (const stream of [server.stdout, server.stderr]) stream.on("data", (chunk) => (log += chunk));
  const url = `http://127.0.0.1:${port}`;
  await answers(url, server).catch((cause) => {
    server.kill();
    throw new Error(`The site did not start:\n${log}`, { cause });
  });
  return {
    url,
    log: () => log,
    async stop() {
      if (server.exitCode !== null) return;
      server.kill();
      await once(server, "exit");
    },
  };
}
