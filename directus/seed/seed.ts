import { readItems, readSingleton, updateSingleton } from "@directus/sdk";
import { type Client, type Connection, connect } from "../client.ts";
import { DirectusFault } from "../fault.ts";
import { feedPolicyChoices } from "../policy-choices.ts";
import { chooseProfile } from "../profiles.ts";
import { record } from "../schema/record.ts";
import { demoPolicy } from "./policy.ts";
import { demoBatch, demoRecords, type Row } from "./records.ts";
import { demoTrust } from "./schools.ts";
import { patiently, writeMissing } from "./write.ts";

/** Where to write the demo, as of which day. */
export interface SeedOptions extends Connection {
  /** The ISO date the demo ends on; an unfinished one keeps the day that it was begun with. */
  today: string;
  /** The policy's ready profile where none has been chosen yet; C unless given. */
  profile?: string;
  /** Told what is being done now, in plain words. */
  onProgress?: (step: string) => void;
}

/** What a seeding did. */
export interface Seeded {
  /** How many records were written by this call; 0 when there was nothing left to do. */
  rows: number;
  seconds: number;
  /** How long each collection took, and how many of its records were written. */
  collections: { collection: string; rows: number; seconds: number }[];
}

/**
 * Writes the invented trust into an empty record. Cut off at any point, the next
 * call writes what is missing; once finished, it writes nothing more, so that what people change or delete stays so.
 *
 * The day it was begun is on its records, and the trust's UID goes into the policy last of all: a policy with a UID
 * says that the demo is finished, or that the record is somebody's own.
 *
 * @throws DirectusFault when the record holds schools that are not the demo's
 */
export async function seedDemo(options: SeedOptions): Promise<Seeded> {
  const started = performance.now();
  const client = connect(options);
  const readPolicy = () => patiently<Row>("policy", () => client.request(readSingleton("policy" as never)));
  let policy = await readPolicy();
  if (policy["trust_uid"]) return { rows: 0, seconds: secondsSince(started), collections: [] };

  if (!policy["id"]) {
    await chooseProfile({ ...options, profile: options.profile ?? "C" });
    policy = await readPolicy();
  }

  const today = (await begunOn(client)) ?? options.today;
  const criteria = ((policy["criteria"] ?? []) as { key: string }[]).map(({ key }) => key);
  await patiently("policy", () =>
    client.request(updateSingleton("policy" as never, demoPolicy(policy, today) as never)),
  );
  await feedPolicyChoices(client, record);
  const records = demoRecords(today, criteria, await formAsked(client));
  const total = Object.values(records).reduce((sum, rows) => sum + rows.length, 0);
  const collections: Seeded["collections"] = [];
  let done = 0;
  for (const [collection, rows] of Object.entries(records)) {
    const begun = performance.now();
    const written = await writeMissing(client, collection, rows, (there) => {
      options.onProgress?.(`Writing ${collection}: ${inWords(done + there)} of ${inWords(total)} records`);
    });
    done += rows.length;
    collections.push({ collection, rows: written, seconds: secondsSince(begun) });
  }

  const ours = { organisation_name: demoTrust.name, trust_uid: demoTrust.uid };
  await patiently("policy", () => client.request(updateSingleton("policy" as never, ours as never)));
  const rows = collections.reduce((sum, { rows: written }) => sum + written, 0);
  return { rows, seconds: secondsSince(started), collections };
}

/** The standard form for the end of a session. */
async function formAsked(client: Client): Promise<string | null> {
  const query = { filter: { key: { _eq: "standard_end_of_session_1" } }, fields: ["id"] };
  const [found] = await patiently<Row[]>("questionnaires", () =>
    client.request(readItems("questionnaires" as never, query as never)),
  );
  return (found?.["id"] as string | undefined) ?? null;
}

/** The day that an unfinished demo was begun; undefined when there is none. */
async function begunOn(client: Client): Promise<string | undefined> {
  const query = { fields: ["import_batch"], limit: -1 };
  const schools = await patiently<Row[]>("schools", () =>
    client.request(readItems("schools" as never, query as never)),
  );
  const batches = new Set(schools.map((school) => school["import_batch"]));
  if (batches.size === 0) return undefined;
  const [batch] = batches;
  const day = String(batch).slice(-10);
  if (batches.size > 1 || batch !== demoBatch(day)) {
    throw new DirectusFault({
      at: "collection schools",
      problem: "there are schools in it that are not the demo's",
      fix: "Start with --empty to keep them, or choose an empty data folder for the demo",
    });
  }
  return day;
}

function inWords(count: number): string {
  return count.toLocaleString("en-GB");
}

function secondsSince(started: number): number {
  return (performance.now() - started) / 1_000;
}
