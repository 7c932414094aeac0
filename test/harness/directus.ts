import { cp, mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { inject } from "vitest";
import { startDirectus } from "../../directus/server.ts";
import { freePort } from "./free-port.ts";
import { accounts, demoTemplate, serverSettings, tokens } from "./template.ts";

/** A real Directus for one test file. */
export interface TestDirectus {
  url: string;
  adminToken: string;
  pipelineToken: string;
  siteToken: string;
  clerkToken: string;
  /** Its own folder; removed by `stop`. */
  dataDir: string;
  /** One for each role, with their passwords. */
  accounts: typeof accounts;
  /** Ends it, and leaves its folder for another start. */
  end(): Promise<void>;
  /** Ends it and removes its folder. */
  stop(): Promise<void>;
}

/**
 * Starts a Directus of its own, on a free port, from a copy of the template: collections, roles and accounts without a record,
 * or with the demo trust. Call `stop` in `afterAll`.
 */
export async function testDirectus({ demo = false }: { demo?: boolean } = {}): Promise<TestDirectus> {
  const template = inject("directusTemplate");
  const dataDir = await mkdtemp(join(tmpdir(), "cpd-impact-test-"));
  await cp(demo ? await demoTemplate(template) : template, dataDir, { recursive: true });
  const directus = await startOnFreePort(dataDir);
  return {
    url: directus.url,
    adminToken: tokens.admin,
    pipelineToken: tokens.pipeline,
    siteToken: tokens.site,
    clerkToken: tokens.clerk,
    dataDir,
    accounts,
    end: directus.stop,
    async stop() {
      await directus.stop();
      await rm(dataDir, { recursive: true, force: true });
    },
  };
}

/** Between finding a port free and listening on it, another test may take it. */
async function startOnFreePort(dataDir: string) {
  for (let attempt = 1; ; attempt++) {
    try {
      return await startDirectus({ ...serverSettings, dataDir, port: await freePort() });
    } catch (error) {
      if (attempt === 3 || !String(error).includes("port")) throw error;
    }
  }
}
