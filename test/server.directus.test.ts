import { once } from "node:events";
import { existsSync } from "node:fs";
import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { directusPaths } from "../directus/environment.ts";
import { startDirectus } from "../directus/server.ts";
import { explainOutput } from "../directus/symptoms.ts";
import { testDirectus } from "./harness/directus.ts";
import { freePort } from "./harness/free-port.ts";
import { serverSettings } from "./harness/template.ts";

let dataDir: string;
beforeEach(async () => {
  dataDir = await mkdtemp(join(tmpdir(), "cpd-impact-test-"));
});
afterEach(() => rm(dataDir, { recursive: true, force: true }));

test("a port that another program uses is named before anything is made", async () => {
  const port = await freePort();
  const other = createServer().listen(port, "127.0.0.1");
  await once(other, "listening");
  await expect(startDirectus({ ...serverSettings, dataDir, port })).rejects.toMatchObject({
    at: `port ${port}`,
    fix: expect.stringContaining("DIRECTUS_PORT"),
  });
  expect(existsSync(directusPaths(dataDir).folder)).toBe(false);
  other.close();
});

test("a database that a start left half made is made again", async () => {
  const paths = directusPaths(dataDir);
  await mkdir(paths.folder, { recursive: true });
  await writeFile(paths.database, "half of a database");
  await writeFile(paths.bootstrapping, "");
  const directus = await startDirectus({ ...serverSettings, dataDir, port: await freePort() });
  const me = await fetch(`${directus.url}/users/me?fields=email`, {
    headers: { authorization: `Bearer ${serverSettings.adminToken}` },
  });
  expect(await me.json()).toEqual({ data: { email: serverSettings.adminEmail } });
  expect(existsSync(paths.bootstrapping)).toBe(false);

  await directus.stop();
  await directus.stop();
  await expect(fetch(directus.url)).rejects.toThrow();
});

test("a damaged database is left as it is, and its fault said in plain words", async () => {
  const paths = directusPaths(dataDir);
  await mkdir(paths.folder, { recursive: true });
  await writeFile(paths.database, "not a database at all, and long enough to be read as one".repeat(100));
  await expect(startDirectus({ ...serverSettings, dataDir, port: await freePort() })).rejects.toMatchObject({
    problem: "the database file is damaged",
    fix: expect.stringContaining("backup"),
  });
  expect(existsSync(paths.database)).toBe(true);
});

test("a Directus that is started again has kept every record", async () => {
  const directus = await testDirectus();
  const headers = { authorization: `Bearer ${directus.adminToken}`, "content-type": "application/json" };
  const body = JSON.stringify({ title: "Reading", level: "whole" });
  await fetch(`${directus.url}/items/priorities`, { method: "POST", headers, body });
  await directus.end();
  const again = await startDirectus({ ...serverSettings, dataDir: directus.dataDir, port: await freePort() });
  const found = await fetch(`${again.url}/items/priorities?fields=title`, { headers });
  expect(await found.json()).toEqual({ data: [{ title: "Reading" }] });
  await again.stop();
  await directus.stop();
});

test.for([
  ["SQLITE_FULL: database or disk is full", "the disk"],
  ["Error: listen EADDRINUSE: address already in use 127.0.0.1:8055", "Directus"],
  ["SQLITE_CANTOPEN: unable to open database file", "the data folder"],
  ["Error: Could not locate the bindings file. Tried:", "directus/node_modules"],
  ["connect ECONNREFUSED 127.0.0.1:5432", "the database server"],
])("what Directus prints when something is wrong is put in plain words: %s", ([output, at]) => {
  expect(explainOutput(output!)).toMatchObject({ at });
});

test("what Directus prints otherwise is not explained away", () => {
  expect(explainOutput("INFO: Server started")).toBe(undefined);
});
