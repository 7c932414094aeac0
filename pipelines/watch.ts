import { setTimeout as wait } from "node:timers/promises";
import type { Config } from "./config.ts";
import type { LastRun } from "./contract.ts";
import { HubError } from "./errors.ts";
import { connect, type Source } from "./extract/directus.ts";
import { collections } from "./extract/records.ts";

const pollEveryMs = 700;
const pauseAfterFaultMs = 3_000;
/** A write that takes long can carry an older time than one that was seen before it; this finds those too. */
const runAnywayEveryMs = 10 * 60 * 1_000;

/**
 * Follows edits: asks Directus a few cheap questions about once a second, and runs when an answer is another than before, or
 * when the day is. Directus may be away for as long as it likes.
 *
 * @param readConfig - asked anew each time, because the day changes
 * @param run - one run of the pipeline
 * @param say - prints a line
 * @param signal - ends it; without one it goes on for ever
 */
export async function watch(
  readConfig: () => Config,
  run: (config: Config) => Promise<LastRun>,
  say: (line: string) => void,
  signal?: AbortSignal,
): Promise<void> {
  let seen = "";
  let ranAt = 0;
  let fault = "";
  let pauseMs: number;
  while (!signal?.aborted) {
    const askedAt = Date.now();
    try {
      const config = readConfig();
      const found = `${config.today} ${await fingerprint(config)}`;
      const askingTookMs = Date.now() - askedAt;
      if (found !== seen || askedAt - ranAt > runAnywayEveryMs) {
        report(await run(config), askedAt, say);
        seen = found;
        ranAt = askedAt;
      }
      if (fault !== "") say("All is well again");
      fault = "";
      // Where the questions themselves take long, Directus has better things to do than answer them all the time.
      pauseMs = Math.max(pollEveryMs, askingTookMs * 3);
    } catch (cause) {
      if (!(cause instanceof HubError)) throw cause;
      if (cause.message !== fault) say(cause.message);
      fault = cause.message;
      pauseMs = pauseAfterFaultMs;
    }
    await wait(pauseMs, undefined, { signal }).catch(() => {});
  }
}

/** A text that changes with the records: how many there are of each kind and when the latest of them changed. */
async function fingerprint(config: Config): Promise<string> {
  const source: Source = await connect(config.directusUrl, config.pipelineToken ?? "");
  const answers = await Promise.all([
    source.singleton("policy"),
    source.evaluationGroups(),
    ...collections.filter((name) => name !== "policy" && name !== "evaluations").map((name) => source.state(name)),
  ]);
  return JSON.stringify(answers);
}

function report(run: LastRun, startedAt: number, say: (line: string) => void): void {
  const seconds = ((Date.now() - startedAt) / 1_000).toFixed(1);
  if (run.outcome !== "unchanged") say(`${run.release_id}: published in ${seconds} s`);
  if (run.problem !== null) say(run.problem);
}
