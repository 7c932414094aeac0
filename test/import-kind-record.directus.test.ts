import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { readConfig } from "../pipelines/config.ts";
import { release, trustSlice } from "../pipelines/contract.ts";
import { readBatch } from "../pipelines/import/journal.ts";
import type { RecordFields } from "../pipelines/import/kind.ts";
import { openRecord, type RecordAccess } from "../pipelines/import/record.ts";
import { undoBatch } from "../pipelines/import/undo.ts";
import { progressLines } from "../pipelines/progress.ts";
import { runPipeline } from "../pipelines/run.ts";
import { type TestDirectus, testDirectus } from "./harness/directus.ts";
import { importFile } from "./import-files.ts";
import { csv, inventedPolicy, inventedSchools } from "./import-kind-reading.ts";

let directus: TestDirectus;
let record: RecordAccess;
let env: NodeJS.ProcessEnv;

beforeAll(async () => {
  directus = await testDirectus();
  env = {
    PATH: process.env["PATH"],
    DATA_DIR: directus.dataDir,
    DIRECTUS_URL: directus.url,
    DIRECTUS_ADMIN_TOKEN: directus.adminToken,
    DIRECTUS_PIPELINE_TOKEN: directus.pipelineToken,
    TODAY: "2026-11-20",
  };
  record = openRecord(readConfig(env));
  await send("PATCH", "/items/policy", inventedPolicy);
  for (const { urn, name, trust_uid } of inventedSchools)
    await send("POST", "/items/schools", { urn, name, trust_uid, status: "active" });
});
afterAll(async () => {
  await directus?.stop();
});

async function send(method: string, path: string, body?: unknown): Promise<RecordFields[]> {
  const headers = { authorization: `Bearer ${directus.adminToken}`, "content-type": "application/json" };
  const response = await fetch(`${directus.url}${path}`, {
    method,
    headers,
    ...(body ? { body: JSON.stringify(body) } : {}),
  });
  expect([path, response.status]).toEqual([path, response.status < 300 ? response.status : 200]);
  return ((await response.json()) as { data: RecordFields[] }).data;
}

const twenty = Array.from({ length: 20 }, (_, index) => index + 1);

/** One file of each kind, in an order in which each finds what it names. */
const files: [kind: string, bytes: Uint8Array, words?: Record<string, Record<string, string>>, year?: number][] = [
  [
    "staff",
    csv(
      `Employee ID,Surname,Forename,Work Email,School,Staff group,Contract type,FTE,Start date\n${twenty.map((each) => `T${each},Example${each},Ada,t${each}@school.example,${each % 2 ? "900001" : "900002"},Teachers,Permanent,60%,01/09/2024`).join("\n")}`,
    ),
  ],
  [
    "training",
    csv(
      `Employee ID,Course title,Course date,Provider,Course hours,Hours,Status\n${twenty.map((each) => `T${each},Invented reading day,14/09/2026,University of Nowhere,6,5:30,Attended`).join("\n")}`,
    ),
  ],
  [
    "qualifications",
    csv("Employee ID,Qualification,Status,Award date\nT1,NPQSL,Passed,20/06/2026\nT2,QTS,,01/07/2015"),
  ],
  [
    "costs",
    csv(
      "Invoice no,Invoice date,Category,Amount,Course title,School\n1001,30/09/2026,Course fees,£450.00,Invented reading day,\n1002,01/09/2026,CPD budget,5000,,900001",
    ),
  ],
  [
    "evaluations",
    csv(
      `Name,School,Staff group,It was of high quality,It was relevant,Would you recommend it? (0-10)\n${twenty.map((each) => `Ada Example${each},${each % 2 ? "900001" : "900002"},Teachers,${each > 15 ? "Neutral" : "Strongly agree"},Agree,${each % 11}`).join("\n")}`,
    ),
  ],
  ["pupil_voice", csv("School,Academic year,Question,Responses,Favourable\n900001,2025/26,I enjoy learning,50,40")],
  ["inspections", csv("URN,Inspection start date,Overall effectiveness,Quality of education\n900001,12/10/2023,2,1")],
];

async function importAll(round: string) {
  const counts: Record<string, [added: number, changed: number, refused: number]> = {};
  for (const [kind, bytes, words, year] of files) {
    const activities = kind === "evaluations" ? await send("GET", "/items/activities?limit=-1") : [];
    const about = activities[0] ? { activity: { "the whole file": String(activities[0]["id"]) } } : words;
    const plan = await importFile(kind, `${kind}.csv`, record, directus.dataDir, {
      bytes,
      batch: `${round}-${kind}`,
      ...(about ? { words: about } : {}),
      ...(year ? { year } : {}),
    });
    counts[kind] = [plan.added.length, plan.changed.length, plan.refused.length];
  }
  return counts;
}

test("files of every kind about people and evidence are in the record once, however often they are imported", async () => {
  expect(await importAll("first")).toEqual({
    staff: [40, 0, 0],
    training: [22, 0, 0],
    qualifications: [2, 0, 0],
    costs: [2, 0, 0],
    evaluations: [40, 0, 0],
    pupil_voice: [2, 0, 0],
    inspections: [2, 0, 0],
  });
  const nothing = [0, 0, 0];
  expect(await importAll("second")).toEqual(Object.fromEntries(files.map(([kind]) => [kind, nothing])));
  const [answer] = await send("GET", "/items/evaluations?limit=1&filter[scale_id][_eq]=agree_5");
  expect(answer).toMatchObject({ wave: "end_of_session", staff_group: "teachers", answers: { relevance: 4 } });
});

test("the figures are made of what was imported, and the pipeline refuses none of it", async () => {
  await runPipeline(
    // Answers count from the day after their import.
    readConfig({ ...env, TODAY: "2026-11-21" }),
    true,
    progressLines(() => undefined),
  );
  const published = join(directus.dataDir, "published");
  const id = (await readFile(join(published, "current"), "utf8")).trim();
  const read = async (name: string) => JSON.parse(await readFile(join(published, "releases", id, name), "utf8"));
  expect(release.parse(await read("release.json")).rejects).toEqual([]);
  const { figures } = trustSlice.parse(await read("trust.json"));
  const quality = figures.filter(({ measure_id, breakdown }) => measure_id === "cpd_quality" && breakdown === "total");
  expect(quality).toMatchObject([{ time_period: 202627, numerator: 15, denominator: 20, value: 0.75 }]);
  // £450 over twenty people for five and a half hours each.
  const hour = figures.find(
    ({ measure_id, category }) => measure_id === "full_cost_per_participant_hour" && category === "Without staff time",
  );
  expect(hour?.value).toBeCloseTo(450 / 110, 6);
});

test("an import of answers can be undone, and leaves the other kinds as they are", async () => {
  await undoBatch(await readBatch(directus.dataDir, "first-evaluations"), record, directus.dataDir);
  expect(await send("GET", "/items/evaluations?limit=-1")).toEqual([]);
  expect(await send("GET", "/items/participations?limit=-1")).toHaveLength(20);
});
