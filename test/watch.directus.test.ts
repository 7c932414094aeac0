import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import { createItem, deleteItem, updateItem } from "@directus/sdk";
import { afterAll, beforeAll, expect, test } from "vitest";
import { readConfig } from "../pipelines/config.ts";
import { listen } from "../pipelines/extract/listen.ts";
import { inTurn } from "../pipelines/import/lock.ts";
import { progressLines } from "../pipelines/progress.ts";
import { runPipeline } from "../pipelines/run.ts";
import { watch } from "../pipelines/watch.ts";
import { type TestDirectus, testDirectus } from "./harness/directus.ts";
import { administrator, idOf, inventedRecords, writeRecords } from "./run-records.ts";
import { environmentOf, liveId } from "./run-release.ts";

let directus: TestDirectus;
let client: ReturnType<typeof administrator>;
let dataDir: string;
let environment: NodeJS.ProcessEnv;
const said: string[] = [];
const stop = new AbortController();
let watching: Promise<void>;

beforeAll(async () => {
  directus = await testDirectus();
  client = administrator(directus.url, directus.adminToken);
  await writeRecords(client);
  dataDir = mkdtempSync(join(tmpdir(), "watch-"));
  environment = environmentOf(directus, dataDir);
  const progress = progressLines(() => {});
  const run = (config: ReturnType<typeof readConfig>) => runPipeline(config, false, progress);
  watching = watch(
    () => readConfig(environment),
    run,
    (line) => said.push(line),
    stop.signal,
  );
});
afterAll(async () => {
  stop.abort();
  await watching;
  await directus.stop();
  rmSync(dataDir, { recursive: true });
});

/** Waits for the live release to be another than this one. */
async function nextRelease(before: string | null): Promise<string> {
  for (;;) {
    const id = liveId(dataDir);
    if (id !== null && id !== before) return id;
    await wait(50);
  }
}

test("whoever starts to watch gets a release at once", async () => {
  expect(await nextRelease(null)).toMatch(/^2026-11-20-/);
});

test("a save, a deletion and an answer each reach a new release by themselves", async () => {
  let live = liveId(dataDir);
  await client.request(updateItem("schools" as never, "900002", { name: "Otterbrook Academy" } as never));
  live = await nextRelease(live);
  await client.request(deleteItem("costs" as never, idOf("cost", 0)));
  live = await nextRelease(live);
  const answer = { ...inventedRecords()["evaluations"]![0]!, id: idOf("eval", 300) };
  await client.request(createItem("evaluations" as never, answer as never));
  await nextRelease(live);
});

test("what an import writes reaches a release when the import is over", async () => {
  const live = liveId(dataDir);
  await inTurn(dataDir, "writing", async () => {
    await client.request(updateItem("schools" as never, "900002", { name: "Otterbrook School" } as never));
    // Far longer than a release takes to appear otherwise.
    await wait(6_000);
    expect(liveId(dataDir)).toBe(live);
  });
  await nextRelease(live);
});

test("Directus says by itself that a record was made, changed or deleted", async () => {
  let heard = () => {};
  const change = () =>
    new Promise<void>((done) => {
      heard = done;
    });
  const line = await listen(directus.url, directus.pipelineToken, () => heard());
  expect(line?.isOpen()).toBe(true);
  const cost = { id: idOf("cost", 5), kind: "fees", amount: 10, incurred_on: "2026-01-09" };
  await Promise.all([change(), client.request(createItem("costs" as never, cost as never))]);
  await Promise.all([change(), client.request(updateItem("costs" as never, cost.id, { amount: 11 } as never))]);
  await Promise.all([change(), client.request(deleteItem("costs" as never, cost.id))]);
  line?.close();
  expect(await listen("http://127.0.0.1:1", directus.pipelineToken, () => {})).toBeNull();
});

test("a new day makes a new release", async () => {
  const live = liveId(dataDir);
  environment = { ...environment, TODAY: "2026-11-21" };
  expect(await nextRelease(live)).toMatch(/^2026-11-21-/);
});

test("while Directus is away it says so once and waits, and then goes on", async () => {
  const live = liveId(dataDir);
  said.length = 0;
  const here = environment;
  environment = { ...environment, DIRECTUS_URL: "http://127.0.0.1:1" };
  while (!said.some((line) => line.includes("it does not answer"))) await wait(50);
  await client.request(updateItem("schools" as never, "900002", { name: "Otterbrook Primary Academy" } as never));
  environment = here;
  await nextRelease(live);
  while (!said.includes("All is well again")) await wait(50);
  expect(said.filter((line) => line.includes("it does not answer"))).toHaveLength(1);
});
