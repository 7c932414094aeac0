import { describe, expect, test } from "vitest";
import { parseTable } from "../pipelines/measures/define.ts";
import { chooseBatch } from "../src/evaluate/batches.ts";
import { listCourses } from "../src/evaluate/course-list.ts";
import { inTurn } from "../src/evaluate/in-turn.ts";
import { batchesToRead } from "../src/evaluate/own-words.ts";
import { drawQrCode } from "../src/evaluate/qr-code.ts";
import { judge, minutesFor, readQuestions, stated } from "../src/evaluate/questions.ts";
import { type InvitationCount, standingOf, tally } from "../src/evaluate/tally.ts";
import { draftKey, fingerprint, makeToken, splitFingerprints, withFingerprint } from "../src/evaluate/token.ts";
import { countMisses } from "../src/evaluate/tries.ts";
import { staysUnseen, withoutState } from "../src/evaluate/unseen.ts";

const today = "2026-11-20";
const countsOf = (table: string) =>
  parseTable(table).map((row) => ({
    surveyPeriod: null,
    schoolUrn: "900001",
    wave: "end_of_session",
    ...row,
  })) as unknown as InvitationCount[];

test("who has not answered is due in time, overdue while the link works, and has lapsed after that", () => {
  const counts = countsOf(`
    state     | closesOn   | expiresOn  | count
    answered  | 2026-11-01 | 2026-11-30 | 7
    sent      | 2026-11-20 | 2026-12-18 | 3
    due       | 2026-11-21 | 2026-12-18 | 1
    sent      | 2026-11-19 | 2026-11-20 | 4
    sent      | 2026-10-01 | 2026-11-19 | 2
    expired   | 2026-09-01 | 2026-10-01 | 5
    cancelled | 2026-12-31 | 2027-01-31 | 9
  `);
  expect(tally(counts, today)).toEqual({
    invited: 22,
    answered: 7,
    due: 4,
    overdue: 4,
    lapsed: 7,
    closesOn: "2026-11-21",
    expiresOn: "2026-12-18",
  });
  expect(standingOf(tally(counts, today))).toBe("open");
  expect(standingOf(tally(counts, "2026-12-01"))).toBe("overdue");
  expect(standingOf(tally(counts, "2027-12-01"))).toBe("closed");
});

describe("the list of forms", () => {
  const counts = countsOf(`
    activityId | state | closesOn   | expiresOn  | count
    late       | sent  | 2026-12-01 | 2026-12-31 | 2
    soon       | sent  | 2026-11-25 | 2026-12-31 | 2
    over       | sent  | 2026-01-01 | 2026-02-01 | 2
    hidden     | sent  | 2026-11-25 | 2026-12-31 | 2
  `);
  const titles = (show: "open" | "closed" | "all", page = 1) =>
    listCourses(counts, new Set(["hidden"]), { show, page, today }).rows.map(({ activityId }) => activityId);

  test("begins with what closes soonest, and never names a restricted activity", () => {
    expect(titles("open")).toEqual(["soon", "late"]);
    expect(titles("closed")).toEqual(["over"]);
    expect(titles("all")).toEqual(["late", "soon", "over"]);
    expect(titles("all", 2)).toEqual([]);
  });
});

test("late answers fill one batch to the threshold before the next begins", () => {
  expect(chooseBatch(false, [{ batch: 0, rows: 9 }], 5)).toBe(0);
  expect(chooseBatch(true, [{ batch: 0, rows: 9 }], 5)).toBe(1);
  expect(chooseBatch(true, [{ batch: 1, rows: 4 }], 5)).toBe(1);
  expect(chooseBatch(true, [{ batch: 1, rows: 5 }], 5)).toBe(2);
  expect(
    chooseBatch(
      true,
      [
        { batch: 1, rows: 5 },
        { batch: 2, rows: 1 },
      ],
      5,
    ),
  ).toBe(2);
});

describe("what people wrote is read", () => {
  const rule = { threshold: 5, wordsThreshold: 10 };
  const batch = (number: number, rows: number, writers: number) =>
    Array.from({ length: rows }, (_, index) => ({ batch: number, hasWords: index < writers }));
  const read = (...batches: ReturnType<typeof batch>[]) => [...batchesToRead(batches.flat(), rule)];

  test("where ten answered and three of them wrote something", () => {
    expect(read(batch(0, 10, 3))).toEqual([0]);
    expect(read(batch(0, 9, 9))).toEqual([]);
    expect(read(batch(0, 40, 2))).toEqual([]);
    expect(read()).toEqual([]);
  });

  test("of late answers in steps that are as large, so that an earlier look tells nobody's apart", () => {
    expect(read(batch(0, 12, 5), batch(1, 5, 5))).toEqual([0]);
    expect(read(batch(2, 5, 1), batch(0, 12, 5), batch(1, 5, 2))).toEqual([0, 1, 2]);
    expect(read(batch(0, 12, 2), batch(1, 5, 1))).toEqual([0, 1]);
    expect(read(batch(0, 3, 3), batch(1, 5, 3), batch(2, 5, 0))).toEqual([1, 2]);
    expect(read(batch(0, 12, 5), batch(1, 5, 3), batch(2, 4, 3))).toEqual([0]);
  });
});

describe("that an answer came", () => {
  const invitation = { wave: "end_of_session", expires_on: "2026-11-20", state: "answered", sent_on: ["2026-11-02"] };

  test("stays unseen until the link no longer takes one, but for what is not anonymous", () => {
    expect(staysUnseen(invitation, "2026-11-20")).toBe(true);
    expect(staysUnseen(invitation, "2026-11-21")).toBe(false);
    expect(staysUnseen({ wave: "staff_survey", expires_on: null }, today)).toBe(true);
    for (const wave of ["close_out", "gap_task"]) expect(staysUnseen({ ...invitation, wave }, today)).toBe(false);
  });

  test("is told by neither the state nor the reminders that are taken out of the record", () => {
    expect(withoutState(invitation, today)).toEqual({ ...invitation, state: null, sent_on: null });
    expect(withoutState(invitation, "2026-11-21")).toEqual(invitation);
  });
});

test("a leader's statement is read in the words that were chosen, in the order of the form", () => {
  const questions = readQuestions([
    { key: "quality", question: "Good?", scale: "agree_5" },
    { key: "barriers", question: "What was in the way?", scale: "barriers" },
    { key: "wants_more", question: "More?", scale: "yes_no" },
    { key: "comment", question: "Anything else?", scale: "comment" },
  ]);
  expect(stated(questions, { comment: "Quiet rooms", quality: 4, barriers: ["time"], gone: 1 })).toEqual([
    { question: "Good?", answers: ["Agree"] },
    { question: "What was in the way?", answers: ["Time"] },
    { question: "Anything else?", answers: ["Quiet rooms"] },
  ]);
});

describe("a link's code", () => {
  test("is 128 random bits that an address can hold, and only its fingerprint is kept", () => {
    const tokens = Array.from({ length: 200 }, makeToken);
    for (const token of tokens) expect(token).toMatch(/^[A-Za-z0-9_-]{22}$/);
    expect(new Set(tokens).size).toBe(200);
    expect(fingerprint(tokens[0]!)).toMatch(/^[0-9a-f]{64}$/);
    expect(fingerprint(tokens[0]!)).not.toContain(draftKey(tokens[0]!).replace("form-", ""));
  });

  test("works beside the two before it", () => {
    const three = ["a", "b", "c", "d"].reduce<string | null>((hashes, added) => withFingerprint(hashes, added), null);
    expect(splitFingerprints(three)).toEqual(["b", "c", "d"]);
    expect(splitFingerprints(null)).toEqual([]);
  });

  test("is drawn so that a telephone can read it, with a white edge all around", () => {
    const { size, path } = drawQrCode("https://cpd.larkmoor.example/evaluate/invented-code-00000001");
    expect(size).toBeGreaterThanOrEqual(29 + 8);
    const corners = [...path.matchAll(/M(\d+) (\d+)/g)].flatMap(([, x, y]) => [Number(x), Number(y)]);
    expect(Math.min(...corners)).toBe(4);
    expect(Math.max(...corners)).toBe(size - 5);
  });
});

describe("questions", () => {
  const questions = readQuestions([
    { key: "quality", question: "Good?", scale: "agree_5", area: " ", is_required: true },
    { key: "barriers", question: "What was in the way?", scale: "barriers" },
    { key: "wants_more", question: "More?", scale: "yes_no", is_required: false },
    { key: "comment", question: "Anything else?", scale: "comment" },
    { key: "half typed", question: "", scale: "agree_5" },
    { key: "unknown", question: "On no scale?", scale: "agree_7" },
  ]);
  const sent = (fields: [string, string][]) => {
    const form = new FormData();
    for (const [name, value] of fields) form.append(`q-${name}`, value);
    const { answers, problems } = judge(questions, form);
    return { answers, problems: Object.fromEntries(problems) };
  };

  test("are those that somebody has finished typing", () => {
    expect(questions.map(({ key }) => key)).toEqual(["quality", "barriers", "wants_more", "comment"]);
    expect(minutesFor(questions)).toBe(1);
  });

  test("are answered by the values of their scale and nothing else", () => {
    const fields = [
      ["quality", "5"],
      ["barriers", "time"],
      ["barriers", "support"],
      ["wants_more", "false"],
    ] as [string, string][];
    expect(sent([...fields, ["comment", " Thank you \n"], ["other", "1"]])).toEqual({
      answers: { quality: 5, barriers: ["time", "support"], wants_more: false, comment: "Thank you" },
      problems: {},
    });
    expect(
      sent([
        ["quality", "6"],
        ["wants_more", "maybe"],
      ]),
    ).toEqual({
      answers: {},
      problems: { quality: "Choose an answer" },
    });
  });

  test("in people's own words have an end", () => {
    expect(
      sent([
        ["quality", "1"],
        ["comment", "x".repeat(2001)],
      ]).problems,
    ).toEqual({
      comment: "Write 2,000 characters at most",
    });
  });

  test("that are all left out are not an answer", () => {
    const optional = questions.map((question) => ({ ...question, isRequired: false }));
    expect([...judge(optional, new FormData()).problems]).toEqual([["quality", "Answer at least one question"]]);
  });
});

test("what is done for one key is done one at a time and in order, also after something failed", async () => {
  const done: string[] = [];
  const work = (name: string, wait: number) =>
    inTurn("key", async () => {
      await new Promise((resolve) => setTimeout(resolve, wait));
      done.push(name);
      if (name === "second") throw new Error("failed");
    });
  const all = await Promise.allSettled([work("first", 20), work("second", 1), work("third", 0)]);
  expect(done).toEqual(["first", "second", "third"]);
  expect(all.map(({ status }) => status)).toEqual(["fulfilled", "rejected", "fulfilled"]);
});

test("links that lead nowhere are counted by address, and others are not kept waiting for them", async () => {
  const misses = countMisses({ points: 2, duration: 60, blockDuration: 60 });
  for (let tried = 0; tried < 2; tried += 1) await misses.count("one");
  expect(await misses.wait("one")).toBe(0);
  await misses.count("one");
  expect([await misses.wait("one"), await misses.wait("other")]).toEqual([1, 0]);
});
