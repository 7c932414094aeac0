import {
  createItem,
  createItems,
  deleteItem,
  deleteItems,
  updateItem,
  updateItems,
  updateSingleton,
} from "@directus/sdk";
import { afterAll, beforeAll, expect, test } from "vitest";
import { connect } from "../pipelines/extract/directus.ts";
import { extract } from "../pipelines/extract/extract.ts";
import { collections, keyOf } from "../pipelines/extract/records.ts";
import { summariseRecords } from "../pipelines/extract/summary.ts";
import { openWarehouse, type Warehouse } from "../pipelines/warehouse.ts";
import { type TestDirectus, testDirectus } from "./harness/directus.ts";
import { administrator, canaries, idOf, inventedRecords, writeRecords } from "./run-records.ts";

let directus: TestDirectus;
let client: ReturnType<typeof administrator>;
let followed: Warehouse;

beforeAll(async () => {
  directus = await testDirectus();
  client = administrator(directus.url, directus.adminToken);
  await writeRecords(client);
  followed = await openWarehouse();
  await read(followed);
});
afterAll(() => directus.stop());

const source = (fetcher?: typeof fetch) => connect(directus.url, directus.pipelineToken, fetcher);
const read = async (warehouse: Warehouse, fetcher?: typeof fetch) => {
  const from = await source(fetcher);
  return warehouse.transaction(() => extract(warehouse, from, false, "2026-11-20"));
};

/** Everything in `raw`, in the order of the keys. */
async function contents(warehouse: Warehouse): Promise<Record<string, unknown>> {
  const tables = collections.map(async (name) => [
    name,
    await warehouse.rows(`from raw.${name} order by ${keyOf(name)}`),
  ]);
  return {
    ...Object.fromEntries(await Promise.all(tables)),
    rejects: await warehouse.rows("from raw.rejects order by all"),
  };
}

async function expectSameAsFull(): Promise<void> {
  expect((await read(followed)).mode).toBe("incremental");
  const full = await openWarehouse();
  expect((await read(full)).mode).toBe("full");
  expect(await contents(followed)).toEqual(await contents(full));
}

/** Passes requests on, and does something else once, before the n-th request for a page of this collection. */
function interrupted(collection: string, page: number, work: () => Promise<unknown>): typeof fetch {
  let seen = 0;
  return async (input, init) => {
    if (String(input).endsWith(`/items/${collection}`) && init?.method === "SEARCH" && ++seen === page) await work();
    return fetch(input, init);
  };
}

/** Passes requests on to a server that hands out no more than so many records at once. */
function inPagesOf(max: number, fetcher: typeof fetch): typeof fetch {
  return async (input, init) => {
    const answer = await fetcher(input, init);
    if (!String(input).endsWith("/server/info")) return answer;
    const { data } = (await answer.json()) as { data: object };
    return Response.json({ data: { ...data, queryLimit: { default: max, max } } });
  };
}

test("a first extract reads every record of every collection", async () => {
  const records = inventedRecords();
  const { row_counts } = await summariseRecords(followed);
  for (const [collection, written] of Object.entries(records)) expect(row_counts[collection]).toBe(written.length);
  expect(row_counts["policy"]).toBe(1);
});

test("names, addresses and free text never reach the warehouse", async () => {
  const text = JSON.stringify(await contents(followed));
  for (const canary of canaries) expect(text).not.toContain(canary);
});

test("an incremental extract brings in what was added, changed and archived", async () => {
  await client.request(
    createItem(
      "costs" as never,
      { id: idOf("cost", 1), kind: "venue", amount: 80, incurred_on: "2026-01-09" } as never,
    ),
  );
  await client.request(updateItem("participations" as never, idOf("part", 3), { state: "withdrawn" } as never));
  await client.request(updateItem("activities" as never, idOf("acti", 1), { status: "archived" } as never));
  await client.request(updateSingleton("policy" as never, { threshold_signed_in: 7 } as never));
  await expectSameAsFull();
  expect(await followed.rows("select state from raw.participations where id = $1", [idOf("part", 3)])).toEqual([
    { state: "withdrawn" },
  ]);
  expect(await followed.rows("select threshold_signed_in from raw.policy")).toEqual([{ threshold_signed_in: 7 }]);
});

test("a record that was deleted is gone after the next extract, also where Directus keeps no account of deletions", async () => {
  await client.request(deleteItems("participations" as never, [idOf("part", 5), idOf("part", 6)] as never));
  await client.request(deleteItem("costs" as never, idOf("cost", 1)));
  await expectSameAsFull();
  expect((await summariseRecords(followed)).row_counts["participations"]).toBe(38);
});

test("a deletion and an addition at once, which leave the count as it was, are both noticed", async () => {
  await client.request(deleteItem("participations" as never, idOf("part", 7)));
  const added = { ...inventedRecords()["participations"]![7]!, id: idOf("part", 100) };
  await client.request(createItem("participations" as never, added as never));
  await expectSameAsFull();
});

test("answers are followed although they carry no date: new ones, deleted ones and those moved to another batch", async () => {
  const [pattern] = inventedRecords()["evaluations"]!;
  await client.request(createItems("evaluations" as never, [{ ...pattern, id: idOf("eval", 100) }] as never));
  await client.request(deleteItem("evaluations" as never, idOf("eval", 1)));
  await expectSameAsFull();
  await client.request(updateItems("evaluations" as never, [idOf("eval", 2), idOf("eval", 4)], { batch: 1 } as never));
  await expectSameAsFull();
  expect(await followed.rows("select count(*) as rows from raw.evaluations where batch = 1")).toEqual([{ rows: 2 }]);
});

test("answers to the staff survey, which are about no activity, are followed as well", async () => {
  const [pattern] = inventedRecords()["evaluations"]!;
  const survey = { ...pattern, activity_id: null, wave: "staff_survey", answers: { item_1: 4 } };
  await client.request(createItems("evaluations" as never, [{ ...survey, id: idOf("surv", 1) }] as never));
  await expectSameAsFull();
  // A new answer may change places with an earlier one.
  await client.request(updateItems("evaluations" as never, [idOf("surv", 1)], { answers: { item_1: 2 } } as never));
  await client.request(createItems("evaluations" as never, [{ ...survey, id: idOf("surv", 2) }] as never));
  await expectSameAsFull();
  await client.request(deleteItems("evaluations" as never, [idOf("surv", 1), idOf("surv", 2)]));
  await expectSameAsFull();
});

test("a record that does not fit is refused, counted, and taken in once it is put right", async () => {
  const wrong = { id: idOf("eval", 200), activity_id: idOf("acti", 0), wave: "end_of_session", questionnaire: "q" };
  await client.request(createItem("evaluations" as never, { ...wrong, answers: ["Canary free text"] } as never));
  await expectSameAsFull();
  const { rejects } = await summariseRecords(followed);
  expect(rejects).toEqual([{ collection: "evaluations", field: "answers", reason: "is of the wrong kind", rows: 1 }]);
  expect(JSON.stringify(await contents(followed))).not.toContain("Canary");
  await client.request(deleteItem("evaluations" as never, idOf("eval", 200)));
  await expectSameAsFull();
  expect((await summariseRecords(followed)).rejects).toEqual([]);
});

test("where nothing changed, hardly anything is read", async () => {
  await followed.run("update state.watermarks set read_at = read_at + interval 1 hour");
  expect(await read(followed)).toEqual({ mode: "incremental", rows_read: 1 });
});

test("a collection of several pages is read whole while a record comes and another goes", async () => {
  const pattern = { ...inventedRecords()["outcomes"]![0]!, value: 1, measure_code: "invented" };
  const many = Array.from({ length: 520 }, (_, number) => ({ ...pattern, id: idOf("many", number) }));
  await client.request(createItems("outcomes" as never, many as never, { fields: ["id"] } as never));
  const warehouse = await openWarehouse();
  // One comes before the first page and two of that page go: in number, the second page makes up for it.
  const fetcher = interrupted("outcomes", 2, async () => {
    await client.request(createItem("outcomes" as never, { ...pattern, id: idOf("aaaa", 0) } as never));
    await client.request(deleteItems("outcomes" as never, [many[10]!.id, many[11]!.id] as never));
  });
  await read(warehouse, inPagesOf(500, fetcher));
  const found = await warehouse.rows<{ id: string }>(
    "select id from raw.outcomes where measure_code = 'invented' order by id",
  );
  const expected = [idOf("aaaa", 0), ...many.filter((_, number) => number !== 10 && number !== 11).map(({ id }) => id)];
  expect(found.map(({ id }) => id)).toEqual(expected.sort());
});

test("a server that is busy is asked again", async () => {
  let refusals = 0;
  const busy: typeof fetch = async (input, init) => {
    if (String(input).includes("/items/schools") && refusals < 2) {
      refusals += 1;
      return new Response("{}", { status: refusals === 1 ? 503 : 429 });
    }
    return fetch(input, init);
  };
  const warehouse = await openWarehouse();
  await read(warehouse, busy);
  expect(refusals).toBe(2);
  expect((await summariseRecords(warehouse)).row_counts["schools"]).toBe(2);
});

test("a warehouse that was filled by other rules is filled anew", async () => {
  await followed.run(
    "update state.version set version = 'older'; create schema marts; create table raw.forgotten (id varchar)",
  );
  expect((await read(followed)).mode).toBe("full");
  expect(await followed.rows("from duckdb_tables() where table_name = 'forgotten'")).toEqual([]);
});

test("an extract that fails halfway leaves the warehouse as it was", async () => {
  const before = await contents(followed);
  await client.request(updateItem("schools" as never, "900001", { name: "Hawthorn Academy" } as never));
  const broken: typeof fetch = (input, init) =>
    String(input).includes("/items/outcomes") ? Promise.reject(new TypeError("fetch failed")) : fetch(input, init);
  await expect(read(followed, broken)).rejects.toMatchObject({ problem: "it does not answer" });
  expect(await contents(followed)).toEqual(before);
});

test("a token that may not read the records, and a Directus that is not there, are said in plain words", async () => {
  const stranger = await connect(directus.url, "no such token");
  await expect(stranger.state("staff")).rejects.toMatchObject({
    problem: "the pipeline's token may not read it",
  });
  await expect(connect("http://127.0.0.1:1", directus.pipelineToken)).rejects.toMatchObject({
    problem: "it does not answer",
  });
});
