import { afterAll, beforeAll, expect, test } from "vitest";
import { applyRecord } from "../directus/apply.ts";
import type { Collection } from "../directus/schema/define.ts";
import { record } from "../directus/schema/record.ts";
import { type TestDirectus, testDirectus } from "./harness/directus.ts";
import { countWrites } from "./harness/writes.ts";

let directus: TestDirectus;
beforeAll(async () => {
  directus = await testDirectus({ isFresh: true });
});
afterAll(() => directus?.stop());

const asAdmin = () => ({ url: directus.url, token: directus.adminToken });

async function send(path: string, method: string, body?: unknown): Promise<Response> {
  const headers = { authorization: `Bearer ${directus.adminToken}`, "content-type": "application/json" };
  return fetch(directus.url + path, { method, headers, ...(body === undefined ? {} : { body: JSON.stringify(body) }) });
}

/** The record with one collection changed. */
function withChange(name: string, change: (collection: Collection) => void): Collection[] {
  const copy = structuredClone(record);
  change(copy.find(({ collection }) => collection === name)!);
  return copy;
}

test("applying the record a second time changes nothing", async () => {
  const { writes, fetch } = countWrites();
  const applied = await applyRecord({ ...asAdmin(), fetch });
  expect(applied).toEqual({ created: [], changed: [], kept: [], refused: [] });
  expect(writes).toEqual([]);
});

test("a field and a collection that somebody added by hand are kept and reported", async () => {
  await send("/fields/activities", "POST", { field: "room", type: "string", meta: { note: "Ours" }, schema: {} });
  const key = { field: "id", type: "integer", schema: { is_primary_key: true, has_auto_increment: true } };
  await send("/collections", "POST", { collection: "visitors", schema: {}, meta: {}, fields: [key] });
  const { writes, fetch } = countWrites();
  expect(await applyRecord({ ...asAdmin(), fetch })).toMatchObject({
    kept: ["activities.room", "visitors"],
    changed: [],
  });
  expect(writes).toEqual([]);
  expect((await send("/fields/activities/room", "GET")).status).toBe(200);
  await send("/fields/activities/room", "DELETE");
  await send("/collections/visitors", "DELETE");
});

test("a label that changed is written, and only that", async () => {
  await send("/fields/activities/title", "PATCH", { meta: { note: "Somebody's own words" } });
  expect(await applyRecord(asAdmin())).toMatchObject({ created: [], changed: ["activities.title"] });
  expect(await applyRecord(asAdmin())).toMatchObject({ created: [], changed: [] });
});

test("a field that is new in the record is created with its reference", async () => {
  const wider = withChange("providers", ({ fields, relations }) => {
    const example = record.find(({ collection }) => collection === "subscriptions")!;
    const field = example.fields.find((candidate) => candidate.field === "school_urn")!;
    const relation = example.relations.find((candidate) => candidate.field === "school_urn")!;
    fields.push(field);
    relations.push({ ...relation, collection: "providers" });
  });
  expect(await applyRecord({ ...asAdmin(), record: wider })).toMatchObject({
    created: ["providers.school_urn"],
    changed: [],
  });
  expect(await applyRecord({ ...asAdmin(), record: wider })).toMatchObject({ created: [], changed: [] });
  // To the record as it is, the new field is one that somebody added.
  expect(await applyRecord(asAdmin())).toMatchObject({ kept: ["providers.school_urn"] });
  await send("/fields/providers/school_urn", "DELETE");
});

test.for([
  {
    title: "of another type",
    change: withChange("activities", ({ fields }) => {
      Object.assign(fields.find(({ field }) => field === "title")!, { type: "integer" });
    }),
    at: "activities.title",
  },
  {
    title: "that must no longer be empty",
    change: withChange("activities", ({ fields }) => {
      fields.find(({ field }) => field === "hours")!.schema!["is_nullable"] = false;
    }),
    at: "activities.hours",
  },
  {
    title: "that refers to another collection",
    change: withChange("activities", ({ relations }) => {
      Object.assign(relations.find(({ field }) => field === "provider_id")!, { related_collection: "staff" });
    }),
    at: "activities.provider_id",
  },
  {
    title: "in a single page that was a list",
    change: withChange("providers", ({ meta }) => {
      meta["singleton"] = true;
    }),
    at: "providers",
  },
])("a field $title is refused with what to do, and nothing is written", async ({ change, at }) => {
  const { writes, fetch } = countWrites();
  const applied = await applyRecord({ ...asAdmin(), record: change, fetch });
  expect(applied).toMatchObject({ created: [], changed: [], refused: [{ at }] });
  expect(applied.refused[0]!.fix).toMatch(/start again/);
  expect(writes).toEqual([]);
});

test("deleting an activity that people took part in is refused, and nothing is lost", async () => {
  const make = async (collection: string, body: object) =>
    (await (await send(`/items/${collection}`, "POST", body)).json()).data.id as string;
  const staff = await make("staff", { last_name: "Invented" });
  const activity = await make("activities", { title: "Phonics", starts_on: "2026-09-10" });
  await make("participations", { staff_id: staff, activity_id: activity });
  expect((await send(`/items/activities/${activity}`, "DELETE")).ok).toBe(false);
  expect((await send(`/items/activities/${activity}`, "GET")).status).toBe(200);
});

test("a school cannot be deleted from under an appointment, which would then be for the whole trust", async () => {
  const [user] = (await (await send("/users?limit=1&fields=id", "GET")).json()).data as { id: string }[];
  await send("/items/schools", "POST", { urn: "999901", name: "Invented School", phase: "primary" });
  const appointment = { user_id: user!.id, role: "governor", school_urn: "999901", starts_on: "2026-09-01" };
  expect((await send("/items/appointments", "POST", appointment)).status).toBe(200);
  expect((await send("/items/schools/999901", "DELETE")).ok).toBe(false);
  const held = (await (await send("/items/appointments?fields=school_urn", "GET")).json()).data;
  expect(held).toContainEqual({ school_urn: "999901" });
});

test("a mistake is turned away", async () => {
  const wrong = { title: "Phonics", starts_on: "2026-09-10", hours: -2, sourcing_wave: 4, decision: "perhaps" };
  const answer = await send("/items/activities", "POST", wrong);
  const { errors } = (await answer.json()) as { errors: { extensions: { code: string; field: string } }[] };
  expect(answer.status).toBe(400);
  expect(new Set(errors.map(({ extensions }) => extensions.field))).toEqual(
    new Set(["hours", "sourcing_wave", "decision"]),
  );
});
