import { createDirectus, deleteItem, readItems, readSingleton, rest, staticToken, updateItem } from "@directus/sdk";
import { afterAll, beforeAll, expect, test } from "vitest";
import { readProfile } from "../directus/profiles.ts";
import { demoRecords, type Row } from "../directus/seed/records.ts";
import { seedDemo } from "../directus/seed/seed.ts";
import { bookmarks } from "../directus/studio-bookmarks.ts";
import { type TestDirectus, testDirectus } from "./harness/directus.ts";

const today = "2026-11-20";
let directus: TestDirectus;
beforeAll(async () => {
  directus = await testDirectus();
});
afterAll(async () => directus.stop());

/** A network that is cut at the given write; `isLate` cuts it after Directus has written, before it could say so. */
function cutAt(write: number, isLate: boolean): typeof fetch {
  let writes = 0;
  return async (input, init) => {
    if (init?.method !== "POST") return fetch(input, init);
    writes++;
    if (writes >= write && !isLate) throw new Error("the network is down");
    const answer = await fetch(input, init);
    if (writes >= write) throw new Error("the network is down");
    return answer;
  };
}

/** Counts what is written. */
function counting() {
  let writes = 0;
  const counted: typeof fetch = (input, init) => {
    if (init?.method && init.method !== "GET") writes++;
    return fetch(input, init);
  };
  return { fetch: counted, writes: () => writes };
}

function client() {
  return createDirectus(directus.url, { globals: { fetch: patiently } })
    .with(staticToken(directus.adminToken))
    .with(rest());
}

/** A connection that was left open too long on a slow machine may be closed by the other side just as it is used again: asked anew. */
async function patiently(...asked: Parameters<typeof fetch>): Promise<Response> {
  return fetch(...asked).catch(() => fetch(...asked));
}

async function read(collection: string): Promise<Row[]> {
  return client().request(readItems(collection as never, { limit: -1 } as never)) as unknown as Promise<Row[]>;
}

/** How many records a list of the Studio shows; undefined where Directus does not understand its filter. */
async function count(collection: string, filter: object): Promise<number | undefined> {
  const query = `limit=-1&fields=id&filter=${encodeURIComponent(JSON.stringify(filter))}`;
  const headers = { authorization: `Bearer ${directus.adminToken}` };
  const answer = await fetch(`${directus.url}/items/${collection}?${query}`, { headers });
  return ((await answer.json()) as { data?: unknown[] }).data?.length;
}

test("a seeding that is cut off half-way, and again, and taken up the day after, ends as one that was not", {
  timeout: 300_000,
}, async () => {
  const options = { url: directus.url, token: directus.adminToken };
  const firstDay = { ...options, today };
  await expect(seedDemo({ ...firstDay, fetch: cutAt(3, true) })).rejects.toThrow("the network is down");
  await expect(seedDemo({ ...firstDay, fetch: cutAt(9, false) })).rejects.toThrow("the network is down");
  // By now there are more participations than one page of keys holds.
  await expect(seedDemo({ ...firstDay, fetch: cutAt(12, false) })).rejects.toThrow("the network is down");
  expect((await read("participations")).length).toBeGreaterThan(5_000);
  const { rows } = await seedDemo({ ...options, today: "2026-11-21" });

  const form = (await read("questionnaires")).find(({ key }) => key === "standard_end_of_session_1")!;
  const expected = demoRecords(
    today,
    readProfile("C").criteria.map(({ key }) => key),
    String(form["id"]),
  );
  expect(rows).toBeGreaterThan(1_000);
  for (const [collection, wanted] of Object.entries(expected)) {
    const key = collection === "schools" ? "urn" : "id";
    const found = new Map((await read(collection)).map((row) => [row[key], row]));
    expect(found.size, collection).toBe(wanted.length);
    for (const row of wanted) expect(found.get(row[key]), collection).toMatchObject(row);
  }
  const policy = await client().request(readSingleton("policy" as never));
  expect(policy).toMatchObject({ profile: "C", organisation_name: "Larkmoor Learning Trust", trust_uid: "D0001" });
  // The trust added to its policy what the ready profile leaves to it.
  expect(policy).toMatchObject({ version: "3.1", ladder: readProfile("H").ladder });
  const waiting = await Promise.all(bookmarks.map(({ collection, filter }) => count(collection, filter)));
  expect(bookmarks.filter((_, index) => waiting[index] === undefined)).toEqual([]);
});

test("a finished demo is left alone: what people changed and deleted stays so, and nothing is written", async () => {
  const [changed, deleted] = await read("subscriptions");
  const change = { decision: "stop", decision_reason: "Nobody opened it." };
  await client().request(updateItem("subscriptions" as never, changed!["id"] as never, change as never));
  await client().request(deleteItem("subscriptions" as never, deleted!["id"] as never));
  const before = await read("subscriptions");

  const counted = counting();
  const again = await seedDemo({
    url: directus.url,
    token: directus.adminToken,
    today: "2026-12-01",
    fetch: counted.fetch,
  });
  expect(again.rows).toBe(0);
  expect(counted.writes()).toBe(0);
  expect(await read("subscriptions")).toEqual(before);
});

test("a record that holds somebody's own schools is refused", async () => {
  const own = await testDirectus();
  try {
    const create = (path: string, body: object) =>
      fetch(`${own.url}${path}`, {
        method: "POST",
        headers: { authorization: `Bearer ${own.adminToken}`, "content-type": "application/json" },
        body: JSON.stringify(body),
      });
    expect(
      (await create("/items/schools", { urn: "900101", name: "An invented school of somebody's own" })).status,
    ).toBe(200);
    await expect(seedDemo({ url: own.url, token: own.adminToken, today })).rejects.toThrow("not the demo's");
  } finally {
    await own.stop();
  }
});
