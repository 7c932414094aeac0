import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll } from "vitest";
import { type ImportChoices, prepareImport } from "../pipelines/import/import.ts";
import { kinds } from "../pipelines/import/kinds/all.ts";
import type { Plan } from "../pipelines/import/plan.ts";
import type { RecordAccess } from "../pipelines/import/record.ts";
import { writePlan } from "../pipelines/import/write.ts";

/** Where the published files for the tests are. */
export const published = join(import.meta.dirname, "fixtures", "published");

/** A data folder for the journals of a test file; removed when the file's tests are done. */
export function temporaryFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), "import-"));
  folders.push(folder);
  return folder;
}
const folders: string[] = [];
afterAll(() => {
  for (const folder of folders) rmSync(folder, { recursive: true, force: true });
});

/** A published file's bytes. */
export function publishedFile(path: string): Buffer {
  return readFileSync(join(published, path));
}

/** The plan of importing a file, by default one of the published ones, on 20 November 2026. */
export function planFile(
  kind: string,
  path: string,
  record: RecordAccess,
  choices: Partial<ImportChoices> & { bytes?: Uint8Array } = {},
): Promise<Plan> {
  const { bytes = publishedFile(path), ...rest } = choices;
  return prepareImport(kinds.find(({ name }) => name === kind)!, bytes, path, { today: "2026-11-20", ...rest }, record);
}

/** The same, written as batch `batch`, with its journal in `dataDir`. */
export async function importFile(
  kind: string,
  path: string,
  record: RecordAccess,
  dataDir: string,
  choices: Partial<ImportChoices> & { bytes?: Uint8Array; batch?: string } = {},
): Promise<Plan> {
  const { batch = `batch-${kind}-${path.replace(/\W+/g, "-")}`, ...rest } = choices;
  const plan = await planFile(kind, path, record, rest);
  await writePlan(plan, { batch, kind, file: path, started_at: "2026-11-20T09:00:00.000Z" }, record, dataDir);
  return plan;
}

/** The files a new trust begins with, in the order in which each can use what those before it brought. */
export const dayOneFiles: [kind: string, path: string][] = [
  ["gias", "gias/grouplinks_edubaseallacademiesandfree20190601.csv"],
  ["gias", "gias/links_edubasealldata_2026-08.csv"],
  ["gias", "gias/20220420_936_gias.csv"],
  ["ks2", "ks2/2016-2017_936_ks2final.csv"],
  ["ks2", "ks2/2017-2018_936_ks2final.csv"],
  ["ks2", "ks2/2018-2019_936_ks2final.csv"],
  ["workforce", "workforce/2016-2017_england_swf.csv"],
  ["workforce", "workforce/2017-2018_england_swf.csv"],
  ["workforce", "workforce/2018-2019_england_swf.csv"],
];
