import { setTimeout as wait } from "node:timers/promises";
import type { Config } from "./config.ts";
import type { LastRun } from "./contract.ts";
import { HubError } from "./errors.ts";
import { connect } from "./extract/directus.ts";
import { type Line, listen } from "./extract/listen.ts";
import { dated } from "./extract/records.ts";
import { isTaken } from "./import/lock.ts";

/** How often to ask what has changed where Directus says so by itself, and where it does not. */
const askEveryMs = { listening: 10_000, alone: 1_000 };
/** How long to do without a line to Directus before trying for one again. */
const callAgainMs = 30_000;
/** Changes seldom come singly; those that follow at once go into the same run. */
const gatherMs = 200;
const pauseAfterFaultMs = 3_000;
/** After this long the figures are made whatever is being written. */
const longestImportMs = 15 * 60 * 1_000;
/** A write that takes long can carry an older time than one that was seen before it; this finds those too. */
const runAnywayEveryMs = 10 * 60 * 1_000;

/**
 * Follows edits: whenever Directus says that something changed, and every few seconds besides, asks it a few cheap questions,
 * and runs when an answer is another than before, or when the day is. Directus may be away for as long as it likes.
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
  let line: Line | null = null;
  let wake = () => {};
  let calledAt = 0;
  let seen = "";
  let ranAt = 0;
  let fault = "";
  while (!signal?.aborted) {
    // Before asking, so that nothing that changes after the answer is missed.
    const woken = new Promise<void>((done) => {
      wake = done;
    });
    let pauseMs: number;
    try {
      const config = readConfig();
      if (await isTaken(config.dataDir, "writing")) {
        // Directus looks up every record that it tells of, which is what makes a large import slow.
        line?.close();
        line = null;
        await untilImported(config.dataDir, signal);
        calledAt = 0;
      }
      if (!line?.isOpen() && Date.now() - calledAt > callAgainMs) {
        calledAt = Date.now();
        line = await listen(config.directusUrl, config.pipelineToken ?? "", () => wake());
      }
      const askedAt = Date.now();
      const found = `${config.today} ${await fingerprint(config)}`;
      // Where the questions themselves take long, Directus has better things to do than answer them all the time.
      pauseMs = Math.max(line?.isOpen() ? askEveryMs.listening : askEveryMs.alone, (Date.now() - askedAt) * 10);
      if (found !== seen || askedAt - ranAt > runAnywayEveryMs) {
        report(await run(config), askedAt, say);
        seen = found;
        ranAt = askedAt;
      }
      if (fault !== "") say("All is well again");
      fault = "";
    } catch (cause) {
      if (!(cause instanceof HubError)) throw cause;
      if (cause.message !== fault) say(cause.message);
      fault = cause.message;
      pauseMs = pauseAfterFaultMs;
    }
    await Promise.race([wait(pauseMs, undefined, { signal }), woken]).catch(() => {});
    await wait(gatherMs, undefined, { signal }).catch(() => {});
  }
  line?.close();
}

/** While an import writes, the figures wait for the whole of it: to read what is being written would slow both down. */
async function untilImported(dataDir: string, signal: AbortSignal | undefined): Promise<void> {
  const until = Date.now() + longestImportMs;
  while (!signal?.aborted && Date.now() < until && (await isTaken(dataDir, "writing"))) {
    await wait(500, undefined, { signal }).catch(() => {});
  }
}

/** A text that changes with the records: how many there are of each kind and when the latest of them changed. */
async function fingerprint(config: Config): Promise<string> {
  const source = await connect(config.directusUrl, config.pipelineToken ?? "");
  const answers = await Promise.all([
    source.singleton("policy"),
    source.evaluationGroups(),
    ...dated.map((name) => source.state(name)),
  ]);
  return JSON.stringify(answers);
}

function report(run: LastRun, startedAt: number, say: (line: string) => void): void {
  const seconds = ((Date.now() - startedAt) / 1_000).toFixed(1);
  if (run.outcome !== "unchanged") say(`${run.release_id}: published in ${seconds} s`);
  if (run.problem !== null) say(run.problem);
}
