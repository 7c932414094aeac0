import { expect, test } from "vitest";
import { readConfig } from "../pipelines/config.ts";
import { openRecord } from "../pipelines/import/record.ts";

const config = readConfig({ DIRECTUS_URL: "http://directus.invalid", DIRECTUS_ADMIN_TOKEN: "invented" });
const json = (status: number, body: unknown) =>
  new Response(JSON.stringify(body), { status, headers: { "content-type": "application/json" } });

/** A record whose Directus gives these answers one after the other, and the requests it was sent. */
function answering(...answers: (() => Response)[]) {
  const requests: { method: string; body: unknown }[] = [];
  const record = openRecord(config, {
    firstWaitMs: 1,
    fetch: async (_address, init) => {
      requests.push({ method: String(init?.method), body: init?.body ? JSON.parse(String(init.body)) : null });
      return answers[Math.min(requests.length, answers.length) - 1]!();
    },
  });
  return { record, requests };
}

const records = [
  { key: "a", fields: { id: "a" } },
  { key: "b", fields: { id: "b" } },
];

test("while Directus is busy, the import waits and tries again", async () => {
  const busy = () =>
    json(503, { errors: [{ message: "Under pressure", extensions: { code: "SERVICE_UNAVAILABLE" } }] });
  const tooMany = () => json(429, { errors: [] });
  const { record, requests } = answering(busy, tooMany, () => json(200, { data: [{ id: "a" }] }));
  expect(await record.readRecords("outcomes", ["a"], [])).toEqual(new Map([["a", { id: "a" }]]));
  expect(requests).toHaveLength(3);
});

test("a write whose answer was lost is not made twice", async () => {
  const lost = () => {
    throw new TypeError("fetch failed");
  };
  const { record, requests } = answering(
    lost,
    () => json(200, { data: [{ id: "a" }] }),
    () => json(200, { data: [] }),
  );
  await record.create("outcomes", records);
  expect(requests.map(({ method }) => method)).toEqual(["POST", "SEARCH", "POST"]);
  expect(requests[2]!.body).toEqual([{ id: "b" }]);
});

test("a Directus that never answers is said to be down", async () => {
  const { record } = answering(() => {
    throw new TypeError("fetch failed");
  });
  await expect(record.readSchools()).rejects.toThrow("Directus does not answer. Start the hub with npm start");
});

test("what Directus refuses is told by collection and field, never by value", async () => {
  const refused = () =>
    json(400, {
      errors: [{ message: 'Value "A Person" is wrong', extensions: { code: "FAILED_VALIDATION", field: "phase" } }],
    });
  const failure = await answering(refused)
    .record.create("schools", records)
    .catch((fault: Error) => fault.message);
  expect(failure).toContain("collection schools, field phase: Directus refused the request (FAILED_VALIDATION)");
  expect(failure).not.toContain("A Person");
});

test("without a token, and with one that may not write, it says which setting to look at", async () => {
  expect(() => openRecord(readConfig({ DATA_DIR: "/nowhere" }))).toThrow("DIRECTUS_ADMIN_TOKEN");
  const { record } = answering(() => json(403, { errors: [{ extensions: { code: "FORBIDDEN" } }] }));
  await expect(record.readSchools()).rejects.toThrow("DIRECTUS_ADMIN_TOKEN");
});
