/** A record in which duties fall due, for tests: schools, invented people in post, activities that they took part in. */
import { randomUUID } from "node:crypto";
import { connect, filtered, send } from "../../directus/client.ts";
import { type Config, readConfig } from "../../pipelines/config.ts";
import type { Duty } from "../../pipelines/duties/duty.ts";
import { duties, runDuties } from "../../pipelines/duties/run.ts";
import type { TestDirectus } from "./directus.ts";

type Row = Record<string, unknown>;

/** Somebody in post since 2020. */
export interface Person {
  id: string;
  email: string;
  employment: string;
}

/** The record of one test file. */
export interface DutyRecordInTest {
  make(collection: string, rows: Row[]): Promise<void>;
  read(collection: string, filter: Row): Promise<Row[]>;
  change(collection: string, id: string, change: Row): Promise<void>;
  changePolicy(change: Row): Promise<void>;
  /** The settings of a hub on a day; `more` are settings by name. */
  config(day: string, more?: Record<string, string>): Config;
  /** Does the duties of a day; returns what they say. */
  runOn(
    day: string,
    more?: Record<string, string>,
    fetcher?: typeof fetch,
    wanted?: readonly Duty[],
  ): Promise<string[]>;
  people(count: number, school_urn?: string, staff_group?: string): Promise<Person[]>;
  /** Makes an activity that these people completed; returns its id and the participations in their order. */
  activity(people: Person[], row?: Row, part?: Row): Promise<{ id: string; participations: string[] }>;
  /** The invitations of an activity and wave. */
  invitations(activity_id: string, wave: string): Promise<Row[]>;
}

/** Fills an empty record with two schools and hands out what tests need of it. */
export async function dutyRecord(directus: TestDirectus): Promise<DutyRecordInTest> {
  const client = connect({ url: directus.url, token: directus.adminToken });
  const make = async (collection: string, rows: Row[]) => {
    if (rows.length > 0) await send(client, "POST", `/items/${collection}`, rows);
  };
  const read = (collection: string, filter: Row) =>
    send<Row[]>(client, "GET", filtered(`/items/${collection}`, filter));
  const config = (day: string, more: Record<string, string> = {}) =>
    readConfig({
      DATA_DIR: directus.dataDir,
      DIRECTUS_URL: directus.url,
      DIRECTUS_CLERK_TOKEN: directus.clerkToken,
      TODAY: day,
      ...more,
    });
  let known = 0;
  await make(
    "schools",
    ["900001", "900002"].map((urn) => ({ urn, name: `Invented School ${urn}`, phase: "primary" })),
  );
  return {
    make,
    read,
    config,
    async change(collection, id, change) {
      await send(client, "PATCH", `/items/${collection}/${id}`, change);
    },
    async changePolicy(change) {
      await send(client, "PATCH", "/items/policy", change);
    },
    runOn: (day, more, fetcher = fetch, wanted = duties) => runDuties(config(day, more), () => {}, { fetcher, wanted }),
    async people(count, school_urn = "900001", staff_group = "teachers") {
      const made = Array.from({ length: count }, () => {
        known += 1;
        return {
          id: randomUUID(),
          email: `person.${known}@larkmoor.example.org`,
          employment: randomUUID(),
          number: known,
        };
      });
      await make(
        "staff",
        made.map(({ id, email, number }) => ({ id, email, first_name: "Wren", last_name: `Invented ${number}` })),
      );
      await make(
        "employments",
        made.map(({ id, employment }) => ({
          id: employment,
          staff_id: id,
          school_urn,
          staff_group,
          fte: 1,
          starts_on: "2020-09-01",
        })),
      );
      return made;
    },
    async activity(people, row = {}, part = {}) {
      const id = randomUUID();
      const usual = { title: "Reading aloud", starts_on: "2026-11-16", ends_on: "2026-11-16", decision: "approved" };
      await make("activities", [{ id, ...usual, ...row }]);
      const participations = people.map(({ id: staff_id }) => ({
        id: randomUUID(),
        activity_id: id,
        staff_id,
        role: "participant",
        state: "completed",
        ...part,
      }));
      await make("participations", participations);
      return { id, participations: participations.map((one) => one.id) };
    },
    invitations: (activity_id, wave) => read("invitations", { activity_id: { _eq: activity_id }, wave: { _eq: wave } }),
  };
}

/** A `fetch` that breaks off at the so-manieth request that could change something, as a killed program would: that one is not sent. */
export function breakAtWrite(number: number): typeof fetch {
  let writes = 0;
  return (input, init) => {
    const isWrite = !["GET", "HEAD", "SEARCH"].includes(init?.method ?? "GET");
    if (isWrite) writes += 1;
    // Nothing after it either.
    if (writes >= number) return Promise.reject(new TypeError("broken off"));
    return fetch(input, init);
  };
}
