import { HubError } from "../errors.ts";
import type { Row, Warehouse } from "../warehouse.ts";
import { checkRecords } from "./check.ts";
import type { CollectionState, EvaluationGroup, Source } from "./directus.ts";
import { addRecords, createRawTables, listed, rawVersion } from "./raw.ts";
import { readAll, readPages, reconcile } from "./read.ts";
import { type Collection, dated } from "./records.ts";

/** What an extract did. */
export interface Extracted {
  mode: "full" | "incremental";
  /** How many records were read, changed or not. */
  rows_read: number;
}

/** A record can be saved a while after the time it carries, when it is part of a long write; so this much is read again. */
const overlapMs = 2 * 60 * 1_000;

/**
 * Makes `raw.*` hold what Directus holds now: all of it, or only what changed since the last time. Call it in a transaction.
 *
 * How far the last extract came is kept in the warehouse itself (schema `state`), so that a deleted warehouse, or one filled
 * by an older records.ts, is filled anew.
 *
 * @param isFull - reads everything again
 * @param today - an ISO date: of invitations, those of forms that are open in this academic year are counted
 * @throws HubError when Directus cannot be read, or a collection changes too fast to be read whole
 */
export async function extract(
  warehouse: Warehouse,
  source: Source,
  isFull: boolean,
  today: string,
): Promise<Extracted> {
  const isFresh = isFull || !(await isCurrent(warehouse));
  if (isFresh) await startAnew(warehouse);
  // Taken before reading: what is saved meanwhile is later than this, and the next extract finds it.
  const read_at = new Date().toISOString();
  const states = await Promise.all(dated.map((collection) => source.state(collection)));
  let rows_read = await readPolicy(warehouse, source);
  for (const [index, collection] of dated.entries()) {
    rows_read += await readDated(warehouse, source, collection, { ...states[index]!, read_at, isFresh });
  }
  rows_read += await readEvaluations(warehouse, source, isFresh);
  await countInvitations(warehouse, source, today);
  return { mode: isFresh ? "full" : "incremental", rows_read };
}

async function isCurrent(warehouse: Warehouse): Promise<boolean> {
  const [table] = await warehouse.rows("from duckdb_tables() where schema_name = 'state' and table_name = 'version'");
  if (!table) return false;
  const [version] = await warehouse.rows<{ version: string }>("from state.version");
  return version?.version === rawVersion();
}

async function startAnew(warehouse: Warehouse): Promise<void> {
  const schemas = await warehouse.rows<{ schema_name: string }>(`
    select schema_name from duckdb_schemas()
    where database_name = current_database() and schema_name != 'main' and not internal`);
  for (const { schema_name } of schemas) await warehouse.run(`drop schema ${schema_name} cascade`);
  await createRawTables(warehouse);
  await warehouse.run(`
    create schema state;
    create table state.watermarks (collection varchar, rows bigint, changed_at timestamp, read_at timestamp);
    create table state.evaluation_groups (activity_id varchar, wave varchar, batch integer, status varchar, rows integer);
    create table state.version as select '${rawVersion()}' as version`);
}

/**
 * One record, read every time. Until somebody saves it there is none. Without its thresholds nothing may be published, so one
 * that does not fit stops the run.
 */
async function readPolicy(warehouse: Warehouse, source: Source): Promise<number> {
  const record = await source.singleton("policy");
  await warehouse.run("delete from raw.policy");
  if (record["id"] === null || record["id"] === undefined) return 0;
  const row = { ...record, id: String(record["id"]) };
  const [reject] = checkRecords("policy", [row]).rejects;
  if (reject) {
    const fix = "Correct it under Settings, Policy in the Studio";
    throw new HubError({ at: `the policy, field ${reject.field}`, problem: `it ${reject.reason}`, fix });
  }
  await addRecords(warehouse, "policy", [row]);
  return 1;
}

/** Invitations have no dates of change, so that none can be told by its time; counts of them are few, and are read every time. */
async function countInvitations(warehouse: Warehouse, source: Source, today: string): Promise<void> {
  const [year, month] = today.split("-").map(Number) as [number, number];
  const groups = await source.invitationGroups(`${month >= 9 ? year : year - 1}-09-01`);
  await warehouse.run("delete from raw.invitation_counts");
  await warehouse.insert("raw.invitation_counts", groups as unknown as Row[]);
}

interface Watermark {
  rows: number;
  changed_at: string | null;
  read_at: string;
}

async function readDated(
  warehouse: Warehouse,
  source: Source,
  collection: Collection,
  { isFresh, read_at, ...now }: CollectionState & { isFresh: boolean; read_at: string },
): Promise<number> {
  const [last] = await warehouse.rows<Watermark>(
    "select rows, changed_at, read_at from state.watermarks where collection = $1",
    [collection],
  );
  const isSame = last?.rows === now.rows && last.changed_at === now.changed_at;
  let read = 0;
  if (isFresh || !last?.changed_at) {
    if (now.rows > 0 || !isSame) read = await readAll(warehouse, source, collection);
  } else {
    const since = mayHaveMissed(last.changed_at, last.read_at);
    if (isSame && since === last.changed_at) return 0;
    const changed = { _or: [{ date_updated: { _gte: since } }, { date_created: { _gte: since } }] };
    read = await readPages(warehouse, source.pages(collection, changed), collection);
    read += await reconcile(warehouse, source, collection, now.rows);
  }
  await warehouse.run("delete from state.watermarks where collection = $1", [collection]);
  await warehouse.insert("state.watermarks", [{ collection, rows: now.rows, changed_at: now.changed_at, read_at }]);
  return read;
}

/** The earliest change that the last extract may not have seen. Long after the latest change it has seen them all. */
function mayHaveMissed(changed_at: string, read_at: string): string {
  const settled = new Date(new Date(read_at).getTime() - overlapMs).toISOString();
  return settled < changed_at ? settled : changed_at;
}

/**
 * Evaluations carry no date, so that an answer cannot be matched with the person who gave it. Read again are those of every
 * activity where the number of answers in some wave, batch or status is another than last time.
 */
async function readEvaluations(warehouse: Warehouse, source: Source, isFresh: boolean): Promise<number> {
  const groups = await source.evaluationGroups();
  let read = 0;
  if (isFresh) {
    read = await readAll(warehouse, source, "evaluations");
  } else {
    const changed = changedActivities(groups, await warehouse.rows<EvaluationGroup>("from state.evaluation_groups"));
    if (changed.includes(null)) {
      await warehouse.run("delete from raw.evaluations where activity_id is null");
      read += await readPages(warehouse, source.pages("evaluations", { activity_id: { _null: true } }), "evaluations");
    }
    const activities = changed.filter((id) => id !== null);
    for (let start = 0; start < activities.length; start += 100) {
      const some = activities.slice(start, start + 100);
      await warehouse.run(`delete from raw.evaluations where activity_id in (${listed})`, [JSON.stringify(some)]);
      read += await readPages(warehouse, source.pages("evaluations", { activity_id: { _in: some } }), "evaluations");
    }
    const rows = groups.reduce((sum, group) => sum + group.rows, 0);
    read += await reconcile(warehouse, source, "evaluations", rows);
  }
  await warehouse.run("delete from state.evaluation_groups");
  await warehouse.insert("state.evaluation_groups", groups as unknown as Row[]);
  return read;
}

/** Null stands for the staff survey, which is about no activity. */
function changedActivities(now: EvaluationGroup[], before: EvaluationGroup[]): (string | null)[] {
  const text = (group: EvaluationGroup) =>
    [group.activity_id, group.wave, group.batch, group.status, group.rows].join(" ");
  const [nowTexts, beforeTexts] = [new Set(now.map(text)), new Set(before.map(text))];
  const changed = [
    ...now.filter((group) => !beforeTexts.has(text(group))),
    ...before.filter((group) => !nowTexts.has(text(group))),
  ];
  return [...new Set(changed.map((group) => group.activity_id))];
}
