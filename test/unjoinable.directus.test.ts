/**
 * Somebody holds everything that a hub keeps: the database file, its order, the logs, the site's folder. They also know in which order
 * people answered, as the log of a proxy might tell. They try to find out who answered what.
 */
import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import { afterAll, beforeAll, expect, test } from "vitest";
import { directusPaths } from "../directus/environment.ts";
import { type TestDirectus, testDirectus } from "./harness/directus.ts";
import { type InvitedRecord, invitedRecord, type Row } from "./harness/invited.ts";
import { testSite } from "./harness/site.ts";
import { visit } from "./harness/visitor.ts";

const people = 24;
/** Of 24 people in an order that tells nothing, one is in the right place; ten or more are in one of four million. */
const tooMany = 10;

const dataDir = mkdtempSync(join(tmpdir(), "cpd-unjoinable-"));
let directus: TestDirectus;
let record: InvitedRecord;
let database: DatabaseSync;
let invited: { id: string; token: string; staff_id: string }[];
/** The people in the order in which they answered; each wrote their own number. */
let arrived: number[];
let logs = "";

const numberOf = (answers: unknown) => Number(/"comment":"Invented answer (\d+)"/.exec(String(answers))![1]);

beforeAll(async () => {
  directus = await testDirectus({ isFresh: true });
  record = await invitedRecord(directus);
  const { siteToken, clerkToken } = directus;
  const site = await testSite({ dataDir, directusUrl: directus.url, siteToken, clerkToken });
  const activity_id = await record.activity();
  invited = await record.invite(Array.from({ length: people }, () => ({ activity_id })));
  // Neither the order in which they were invited nor that of their names.
  arrived = invited.map((_, index) => (index * 7 + 3) % people);
  for (const index of arrived) {
    const fields = {
      "q-quality": "4",
      "q-relevance": "4",
      "q-likely_to_use": "4",
      "q-comment": `Invented answer ${index}`,
    };
    const sent = await visit(site.url).post(`/evaluate/${invited[index]!.token}`, fields);
    expect(sent).toMatchObject({ status: 303 });
  }
  logs = site.log();
  await site.stop();
  await directus.end();
  const { database: file, log } = directusPaths(directus.dataDir);
  logs += readFileSync(log, "utf8");
  database = new DatabaseSync(file, { readOnly: true });
});

afterAll(async () => {
  database?.close();
  await directus?.stop();
  rmSync(dataDir, { recursive: true, force: true });
});

const read = (sql: string) => database.prepare(sql).all() as Row[];
const tables = () =>
  read("select name from sqlite_schema where type = 'table' and name not like 'sqlite_%'").map(({ name }) => `${name}`);
const columnsOf = (table: string) =>
  read(`select name from pragma_table_info('${table}')`).map(({ name }) => `${name}`);

test("all answers are there, once each", () => {
  const found = read("select answers from evaluations where status = 'active'").map(({ answers }) => numberOf(answers));
  expect(found.sort((one, other) => one - other)).toEqual(invited.map((_, index) => index));
  expect(read("select * from evaluations where status != 'active'")).toEqual([]);
  expect(read("select * from invitations where state != 'answered'")).toEqual([]);
});

test("no order of the answers is the order of the people, of their invitations or of their coming, beyond chance", () => {
  const orderings = (table: string, what: string) =>
    ["rowid", ...columnsOf(table)]
      // What people wrote holds their number here, so that the test knows them; their own words can always give people away.
      .filter((column) => column !== "answers")
      .map((column) => read(`select ${what} as found from ${table} order by ${column}, id`));
  const answers = orderings("evaluations", "answers").map((rows) => rows.map(({ found }) => numberOf(found)));
  const indexOf = new Map(
    invited.flatMap(({ id, staff_id }, index) => [[id, index] as const, [staff_id, index] as const]),
  );
  const persons = [
    arrived,
    ...orderings("invitations", "id").map((rows) => rows.map(({ found }) => indexOf.get(`${found}`)!)),
    ...orderings("staff", "id").map((rows) => rows.map(({ found }) => indexOf.get(`${found}`)!)),
  ];
  expect(persons.length).toBeGreaterThan(30);
  const matches = (one: number[], other: number[]) => one.filter((number, place) => other[place] === number).length;
  for (const person of persons) {
    for (const order of answers) {
      expect(matches(person, order)).toBeLessThan(tooMany);
      expect(matches(person, order.toReversed())).toBeLessThan(tooMany);
    }
  }
  // The attack itself works: on answers in the order of their coming it finds everybody.
  expect(matches(arrived, [...arrived])).toBe(people);
});

test("no value of an answer's record is found in the record of one person and not of the others", () => {
  const answers = read("select * from evaluations");
  const own = answers.flatMap(({ id }) => [`${id}`]);
  for (const table of tables().filter((name) => name !== "evaluations")) {
    const text = JSON.stringify(read(`select * from "${table}"`));
    for (const id of own) expect(text.includes(id)).toBe(false);
    expect(text.includes("Invented answer")).toBe(false);
  }
  const shared = Object.keys(answers[0]!).filter((column) => column !== "id" && column !== "answers");
  for (const column of shared) expect(new Set(answers.map((answer) => answer[column])).size).toBe(1);
});

test("neither an invitation nor an answer has a time, and nobody's visit left a record", () => {
  for (const table of ["invitations", "evaluations"]) {
    expect(columnsOf(table).filter((column) => /date_|_at$|time|user|_by$/.test(column))).toEqual([]);
    for (const kept of ["directus_activity", "directus_revisions"])
      expect(read(`select * from ${kept} where collection = '${table}'`)).toHaveLength(0);
  }
  expect(read("select * from directus_sessions")).toEqual([]);
  const invitations = read("select * from invitations").map(({ id, staff_id, token_hashes, ...rest }) => rest);
  expect(new Set(invitations.map((row) => JSON.stringify(row))).size).toBe(1);
});

test("no code of a link is kept anywhere, and no log knows of a form or a fingerprint", () => {
  const files = [dataDir, directus.dataDir].flatMap((folder) =>
    readdirSync(folder, { recursive: true, encoding: "utf8" })
      .map((name) => join(folder, name))
      .filter((file) => statSync(file).isFile()),
  );
  expect(files.length).toBeGreaterThan(1);
  const kept = files.map((file) => readFileSync(file, "latin1")).join("\n");
  for (const { token } of invited) expect(kept).not.toContain(token);
  for (const row of read("select token_hashes from invitations")) expect(logs).not.toContain(`${row["token_hashes"]}`);
  expect(logs).not.toMatch(/evaluate|invented-code|Invented answer/);
});

test("the site keeps nothing of those who answered", () => {
  const left = readdirSync(dataDir, { recursive: true, encoding: "utf8" }).filter(
    (name) => !name.startsWith("published"),
  );
  expect(left).toEqual(["unfinished-answers"]);
});
