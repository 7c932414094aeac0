import { inject } from "vitest";
import type { PoolQuestions, Taken } from "./directus-pool.ts";
import { accounts, tokens } from "./template.ts";

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
  /** Gives it back, with its folder. */
  stop(): Promise<void>;
}

/**
 * A Directus of one's own as the template has it: collections, roles and accounts without a record, or with the demo trust.
 * Call `stop` in `afterAll`.
 *
 * @param options.isFresh - asks for one that no test has used before, for tests that change the schema or look into its files
 */
export async function testDirectus({ demo = false, isFresh = false } = {}): Promise<TestDirectus> {
  const { url, dataDir } = (await ask("take", { demo, isFresh }))!;
  return {
    url,
    adminToken: tokens.admin,
    pipelineToken: tokens.pipeline,
    siteToken: tokens.site,
    clerkToken: tokens.clerk,
    dataDir,
    accounts,
    async end() {
      await ask("end", { url });
    },
    async stop() {
      await ask("give", { url });
    },
  };
}

async function ask<Word extends keyof PoolQuestions>(word: Word, question: PoolQuestions[Word]): Promise<Taken | null> {
  const answer = await fetch(`${inject("directusPool")}/${word}`, { method: "POST", body: JSON.stringify(question) });
  if (!answer.ok) throw new Error(await answer.text());
  return (await answer.json()) as Taken | null;
}
