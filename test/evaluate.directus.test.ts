import { mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type BrokenNetwork, breakNetwork } from "./harness/broken-network.ts";
import { type TestDirectus, testDirectus } from "./harness/directus.ts";
import { type InvitedRecord, invitedRecord, tokenOf } from "./harness/invited.ts";
import { type TestSite, testSite } from "./harness/site.ts";
import { visit } from "./harness/visitor.ts";

const dataDir = mkdtempSync(join(tmpdir(), "cpd-evaluate-"));
let directus: TestDirectus;
let record: InvitedRecord;
let site: TestSite;

const startSite = () =>
  testSite({ dataDir, directusUrl: directus.url, siteToken: directus.siteToken, clerkToken: directus.clerkToken });

beforeAll(async () => {
  directus = await testDirectus();
  record = await invitedRecord(directus);
  await record.make("schools", [{ urn: "900001", name: "Hawthorn Primary School", phase: "primary" }]);
  site = await startSite();
});

afterAll(async () => {
  await site?.stop();
  await directus?.stop();
  rmSync(dataDir, { recursive: true });
});

const fine = { "q-quality": "4", "q-relevance": "5", "q-likely_to_use": "3" };
const answersAbout = (activity_id: string, status = "active") =>
  record.read("evaluations", { activity_id: { _eq: activity_id }, status: { _eq: status } });
const stateOf = async (id: string) => (await record.read("invitations", { id: { _eq: id } }))[0]!["state"];
const post = (token: string, fields: Record<string, string>) => visit(site.url).post(`/evaluate/${token}`, fields);

describe("a link", () => {
  test("opens its form for whoever holds it, without an account, a cookie or a trace", async () => {
    const activity = await record.activity({ intended_learning: "Pause where the sentence does" });
    const [sent] = await record.invite([{ activity_id: activity }]);
    const visitor = visit(site.url);
    const { status, body, headers } = await visitor.get(`/evaluate/${sent!.token}`);
    expect(status).toBe(200);
    for (const words of [
      "Reading aloud",
      "Pause where the sentence does",
      "It was of good quality",
      "30 November 2026",
    ])
      expect(body).toContain(words);
    expect(body).not.toContain("Invented 1");
    expect(visitor.cookies.size).toBe(0);
    expect(headers.get("cache-control")).toBe("private, no-store");
    expect(headers.get("x-robots-tag")).toBe("noindex, nofollow");
    expect(headers.get("referrer-policy")).toBe("strict-origin");
    expect(body.match(/(?:src|href|action)="(?!\/|#)[^"]*"/g)).toBeNull();
  });

  test.for([
    ["that was mistyped", "invented-code-9", 404, "This link does not open a form"],
    ["that never was", tokenOf(99_999), 404, "This link does not open a form"],
    ["that is much too long", "x".repeat(2000), 404, "This link does not open a form"],
    ["with odd characters", "%25%27%22", 404, "This link does not open a form"],
  ] as const)("%s says so kindly", async ([, token, status, words]) => {
    const { status: found, body } = await visit(site.url).get(`/evaluate/${token}`);
    expect(found).toBe(status);
    expect(body).toContain(words);
  });

  test.for([
    ["was used", { state: "answered", expires_on: "2026-11-19" }, "An answer by this link has arrived already"],
    ["closed an activity", { state: "answered", wave: "close_out" }, "An answer by this link has arrived already"],
    ["expired", { state: "expired" }, "This form is over"],
    ["is past its day", { expires_on: "2026-11-19" }, "Answers were taken until 19 November 2026"],
    ["was cancelled", { state: "cancelled" }, "This form is no longer needed"],
    ["was archived", { status: "archived" }, "This form is no longer needed"],
    ["asks what is gone", { questionnaire_id: null }, "This form is no longer needed"],
  ] as const)("that %s says so kindly, and takes nothing", async ([, change, words]) => {
    const activity = await record.activity();
    const [sent] = await record.invite([{ activity_id: activity, ...change }]);
    const { status, body } = await visit(site.url).get(`/evaluate/${sent!.token}`);
    expect(status).toBe(410);
    expect(body).toContain(words);
    expect(await post(sent!.token, fine)).toMatchObject({ status: 410 });
    expect(await answersAbout(activity)).toEqual([]);
  });
});

test("a used link shows its form like any other while an answer may come, and says that it was used when one is sent", async () => {
  const activity = await record.activity();
  const [fresh, used, late] = await record.invite([
    { activity_id: activity },
    { activity_id: activity, state: "answered" },
    { activity_id: activity, state: "answered", closes_on: "2026-11-19" },
  ]);
  const shown = async ({ token }: { token: string }) => {
    const { status, body } = await visit(site.url).get(`/evaluate/${token}`);
    return [status, body.replace(/data-draft="[^"]*"/, "")];
  };
  expect(await shown(used!)).toEqual(await shown(fresh!));
  expect(await shown(late!)).toMatchObject([200, expect.stringContaining("The others&#39; answers have been counted")]);
  expect(await post(used!.token, {})).toMatchObject({ status: 422 });
  for (const { token } of [used!, late!]) {
    const { status, body } = await post(token, { ...fine, "q-comment": "A second one" });
    expect(status).toBe(410);
    expect(body).toContain("An answer by this link has arrived already");
    expect(body).toContain("It counts once");
  }
  // Neither an answer nor a place for one.
  expect(await record.read("evaluations", { activity_id: { _eq: activity } })).toEqual([]);
});

describe("an answer", () => {
  test("is stored with what it is about and nothing of who gave it", async () => {
    const activity = await record.activity();
    const carried = { answer_school_urn: "900001", answer_staff_group: "teachers", school_urn: "900001" };
    const [sent] = await record.invite([{ activity_id: activity, ...carried }]);
    const fields = { ...fine, "q-confidence_before": "2", "q-wants_more": "false", "q-comment": "  Useful.  " };
    const { status, leadsTo } = await post(sent!.token, { ...fields, "q-unasked": "1", "q-confidence_now": "9" });
    expect([status, leadsTo]).toEqual([303, "/evaluate/thank-you"]);
    const [stored, ...others] = await answersAbout(activity);
    expect(others).toEqual([]);
    expect(stored).toEqual({
      id: expect.stringMatching(/^[0-9a-f-]{36}$/),
      status: "active",
      activity_id: activity,
      school_urn: "900001",
      staff_group: "teachers",
      wave: "end_of_session",
      survey_period: null,
      batch: 0,
      questionnaire: "invented_end_1",
      scale_id: "agree_5",
      answers: {
        quality: 4,
        relevance: 5,
        likely_to_use: 3,
        confidence_before: 2,
        wants_more: false,
        comment: "Useful.",
      },
    });
    expect(await stateOf(sent!.id)).toBe("answered");
    expect(readdirSync(join(dataDir, "unfinished-answers"))).toEqual([]);
  });

  test("counts once, however often and by whichever of its links it is sent at the same moment", async () => {
    const activity = await record.activity();
    const [one, two] = await record.invite([{ activity_id: activity, token: tokenOf(801) }, { activity_id: activity }]);
    const hashes = await record.read("invitations", { id: { _in: [one!.id, two!.id] } });
    await record.change("invitations", one!.id, {
      token_hashes: hashes.map(({ token_hashes }) => token_hashes).join(","),
    });
    await record.change("invitations", two!.id, { token_hashes: null });
    const sendings = Array.from({ length: 12 }, (_, index) => post(index % 2 ? one!.token : two!.token, fine));
    const statuses = (await Promise.all(sendings)).map(({ status }) => status);
    expect(statuses.filter((status) => status === 303)).toHaveLength(1);
    expect(statuses.filter((status) => status === 410)).toHaveLength(11);
    expect(await answersAbout(activity)).toHaveLength(1);
    expect(await post(one!.token, fine)).toMatchObject({ status: 410 });
  });

  test("with something missing is not taken: the form says what, and keeps what was chosen", async () => {
    const activity = await record.activity();
    const [sent] = await record.invite([{ activity_id: activity }]);
    const { status, body } = await post(sent!.token, { "q-quality": "4", "q-comment": "Half <done>" });
    expect(status).toBe(422);
    expect(body).toContain("2 questions need you");
    expect(body).toContain('href="#q-relevance-0"');
    expect(body).toMatch(/<input id="q-quality-3"[^>]*checked/);
    expect(body).toContain("Half &lt;done&gt;");
    expect(await stateOf(sent!.id)).toBe("sent");
    expect(await answersAbout(activity)).toEqual([]);
  });

  test("that comes late joins others that come late, in groups of the threshold", async () => {
    const activity = await record.activity({ evaluation_wave: "closed" });
    const late = { activity_id: activity, closes_on: "2026-11-19" };
    const sent = await record.invite(Array.from({ length: 7 }, () => late));
    for (const { token } of sent) expect(await post(token, fine)).toMatchObject({ status: 303 });
    const batches = (await answersAbout(activity)).map(({ batch }) => batch).sort();
    expect(batches).toEqual([1, 1, 1, 1, 1, 2, 2]);
  });

  test("to a staff survey is about no activity", async () => {
    const [sent] = await record.invite([{ wave: "staff_survey", survey_period: "202627" }]);
    const { body } = await visit(site.url).get(`/evaluate/${sent!.token}`);
    for (const words of ["Staff survey", "Pupils", "Don&#39;t know", "Evidence"]) expect(body).toContain(words);
    expect(await post(sent!.token, { "q-purpose": "dont_know", "q-rests_on_research": "4" })).toMatchObject({
      status: 303,
    });
    const stored = await record.read("evaluations", { survey_period: { _eq: "202627" }, status: { _eq: "active" } });
    expect(stored).toMatchObject([{ activity_id: null, answers: { purpose: "dont_know", rests_on_research: 4 } }]);
  });

  test("that names nothing among obstacles beside others means nothing", async () => {
    const activity = await record.activity();
    const [sent] = await record.invite([{ activity_id: activity, wave: "follow_up" }]);
    const body = new URLSearchParams([
      ["q-use", "in_use"],
      ["q-barriers", "time"],
      ["q-barriers", "none"],
    ]);
    const init = { method: "POST", body, headers: { origin: site.url }, redirect: "manual" } as const;
    expect(await fetch(`${site.url}/evaluate/${sent!.token}`, init)).toMatchObject({ status: 303 });
    expect(await answersAbout(activity)).toMatchObject([{ answers: { use: "in_use", barriers: ["none"] } }]);
  });
});

test("a leader who closes an activity is told that it is their own statement, and not anonymous", async () => {
  const activity = await record.activity();
  const [sent] = await record.invite([{ activity_id: activity, wave: "close_out" }]);
  const { body } = await visit(site.url).get(`/evaluate/${sent!.token}`);
  expect(body).toContain("This is not anonymous. It is your own professional statement");
  expect(body).not.toMatch(/without your name|name is not kept|nobody can look up/i);
  const { leadsTo } = await post(sent!.token, { "q-enough_time": "3" });
  expect(leadsTo).toBe("/evaluate/thank-you?for=close-out");
});

test("a form says from how many answers on its words are read, and by whom", async () => {
  const [sent] = await record.invite([{ activity_id: await record.activity() }]);
  const { body } = await visit(site.url).get(`/evaluate/${sent!.token}`);
  expect(body).toContain(
    "and those who keep the record. It is read only if 10 or more have answered and at least 3 of them wrote",
  );
});

test("a gap task is written in four stages, each shown to those who write the next, and says that it is not anonymous", async () => {
  const activity = await record.activity();
  const task = "0f0f0f0f-0000-4000-8000-0000000000aa";
  const about = { title: "Gap task: reading aloud", type: "gap_task", observed_on: "2026-11-16" };
  await record.make("evidence", [{ id: task, ...about, activity_id: activity }]);
  const stages = [1, 2, 3, 4].map((stage) => ({ wave: "gap_task", activity_id: activity, evidence_id: task, stage }));
  const [first, second, third, fourth] = await record.invite(stages);
  expect(await post(first!.token, { "q-stage_1": "Read one page aloud each day" })).toMatchObject({
    status: 303,
    leadsTo: "/evaluate/thank-you?for=task",
  });
  const { body } = await visit(site.url).get(`/evaluate/${second!.token}`);
  for (const words of ["This is not anonymous", "Read one page aloud each day", "20 November 2026"])
    expect(body).toContain(words);
  await post(second!.token, { "q-stage_2": "Start with one class" });
  expect(await post(third!.token, { "q-stage_3": "It went on" })).toMatchObject({ status: 422 });
  await post(third!.token, { "q-stage_3": "It went on", "q-stage_3_state": "partly" });
  expect((await visit(site.url).get(`/evaluate/${fourth!.token}`)).body).toContain("Partly");
  await post(fourth!.token, { "q-stage_4": "Pupils ask for more", "q-stage_4_seen": "seen" });
  expect(await record.read("evidence", { id: { _eq: task } })).toMatchObject([
    {
      stage_1: "Read one page aloud each day",
      stage_1_on: "2026-11-20",
      stage_2: "Start with one class",
      stage_3: "It went on",
      stage_3_state: "partly",
      stage_4: "Pupils ask for more",
      stage_4_seen: "seen",
      stage_4_on: "2026-11-20",
    },
  ]);
  expect(await answersAbout(activity)).toEqual([]);
  expect(await post(first!.token, { "q-stage_1": "Something else" })).toMatchObject({ status: 410 });
});

// What an interruption leaves: a note of the invitation, which says that an answer came; the answer's place is empty, or it is filled.
test("an answer that was interrupted before it was stored may be sent again, and one that was stored may not", async () => {
  const [lost, stored] = [await record.activity(), await record.activity()];
  const [one, other] = await record.invite([
    { activity_id: lost, state: "answered" },
    { activity_id: stored, state: "answered" },
  ]);
  const place = { wave: "end_of_session", questionnaire: "reserved", status: "archived", answers: {} };
  await record.make("evaluations", [{ id: "0f0f0f0f-0000-4000-8000-0000000000bb", activity_id: lost, ...place }]);
  await site.stop();
  const notes = join(dataDir, "unfinished-answers");
  mkdirSync(notes, { recursive: true });
  writeFileSync(join(notes, "one"), one!.id);
  writeFileSync(join(notes, "other"), other!.id);
  site = await startSite();
  expect(await post(other!.token, fine)).toMatchObject({ status: 410 });
  expect([await stateOf(one!.id), await stateOf(other!.id)]).toEqual(["sent", "answered"]);
  expect(readdirSync(notes)).toEqual([]);
  expect(await post(one!.token, fine)).toMatchObject({ status: 303 });
  expect(await answersAbout(lost)).toHaveLength(1);
  expect(await answersAbout(lost, "archived")).toEqual([]);
});

describe("a record that fails while an answer is stored", () => {
  let broken: BrokenNetwork;
  let shaky: TestSite;
  const shakyData = mkdtempSync(join(tmpdir(), "cpd-shaky-"));
  const isStoring = (method: string, path: string) => method === "PATCH" && path.startsWith("/items/evaluations");

  beforeAll(async () => {
    broken = await breakNetwork(directus.url);
    const { siteToken, clerkToken } = directus;
    shaky = await testSite({ dataDir: shakyData, directusUrl: broken.url, siteToken, clerkToken });
  });

  afterAll(async () => {
    await shaky?.stop();
    await broken?.stop();
    rmSync(shakyData, { recursive: true });
  });

  const send = (token: string) => visit(shaky.url).post(`/evaluate/${token}`, fine);

  test.for(["before", "after"] as const)("for a moment, %s it has written, still counts it once", async (when) => {
    const activity = await record.activity();
    const sent = await record.invite([{ activity_id: activity }, { activity_id: activity }]);
    expect(await send(sent[0]!.token)).toMatchObject({ status: 303 });
    broken.fail(2, when, isStoring);
    expect(await send(sent[1]!.token)).toMatchObject({ status: 303 });
    expect(await answersAbout(activity)).toHaveLength(2);
    expect(await answersAbout(activity, "archived")).toEqual([]);
  });

  test("for longer says so; the link works again, and the answer counts once", async () => {
    const activity = await record.activity();
    const [one] = await record.invite([{ activity_id: activity }]);
    broken.fail(3, "before", isStoring);
    expect(await send(one!.token)).toMatchObject({ status: 503 });
    expect(await answersAbout(activity)).toEqual([]);
    expect(await send(one!.token)).toMatchObject({ status: 303 });
    expect(await send(one!.token)).toMatchObject({ status: 410 });
    expect(await answersAbout(activity)).toHaveLength(1);
    expect(await answersAbout(activity, "archived")).toEqual([]);
  });

  test("after it has written all but says nothing of it, counts the answer once", async () => {
    const activity = await record.activity();
    const [one, other] = await record.invite([{ activity_id: activity }, { activity_id: activity }]);
    broken.fail(3, "after", isStoring);
    expect(await send(one!.token)).toMatchObject({ status: 503 });
    expect(await send(one!.token)).toMatchObject({ status: 410 });
    expect(await send(other!.token)).toMatchObject({ status: 303 });
    expect(await answersAbout(activity)).toHaveLength(2);
  });

  test("while the invitation is told keeps neither half of it", async () => {
    const activity = await record.activity();
    const [one] = await record.invite([{ activity_id: activity }]);
    broken.fail(1, "after", (method, path) => method === "PATCH" && path.startsWith("/items/invitations"));
    expect(await send(one!.token)).toMatchObject({ status: 503 });
    expect(await send(one!.token)).toMatchObject({ status: 303 });
    expect(await answersAbout(activity)).toHaveLength(1);
  });
});

// Last, because this address has to wait afterwards.
test("whoever tries many links that do not exist has to wait, and one that does opens all the same", async () => {
  const [sent] = await record.invite([{ activity_id: await record.activity() }]);
  for (let tried = 0; tried < 61; tried += 1) await visit(site.url).get(`/evaluate/${tokenOf(50_000 + tried)}`);
  expect(await visit(site.url).get(`/evaluate/${tokenOf(60_000)}`)).toMatchObject({ status: 429 });
  expect(await visit(site.url).get(`/evaluate/${sent!.token}`)).toMatchObject({ status: 200 });
  expect(site.log()).not.toContain("invented-code");
});
