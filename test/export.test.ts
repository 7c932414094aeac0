import { strFromU8, unzipSync } from "fflate";
import Papa from "papaparse";
import { expect, test } from "vitest";
import type { PortfolioActivity } from "../src/data/portfolio.ts";
import { csvLines } from "../src/exports/csv.ts";
import { zipOf } from "../src/exports/zip.ts";
import { byPart, portfolioYears, shownSpell } from "../src/sentences/portfolio.ts";

test.for(["=1+1", "+44", "-cmd", "@SUM(A1)", "\t=1", "=1\nsecond line"])(
  "a text that begins %j is not run by a spreadsheet",
  (text) => {
    expect(Papa.parse<string[]>(csvLines([[text]])).data[0]).toEqual([`'${text}`]);
  },
);

test("numbers below nought, dates and words with commas come out as they are", () => {
  const cells = [-0.25, "-0.25", "2026-11-20", "Reading, aloud", '"quoted"', "two\nlines"];
  expect(Papa.parse<string[]>(csvLines([cells])).data[0]).toEqual(cells.map(String));
});

test("nothing is an empty cell, and lists are JSON", () => {
  expect(csvLines([[null, undefined, "", true, ["a", "b"], { share: 0.5 }]])).toBe(
    ',,,true,"[""a"",""b""]","{""share"":0.5}"\r\n',
  );
});

test("an archive holds no more than its reader has asked for", async () => {
  let parts = 0;
  async function* content() {
    for (; parts < 1000; parts += 1) yield crypto.getRandomValues(new Uint8Array(50_000));
  }
  const reading = zipOf([{ name: "large.csv", content: content() }]);
  while (parts === 0) await reading.next();
  expect(parts).toBeLessThan(10);
  await reading.return(undefined);
});

test("an archive opens with every file in it", async () => {
  const text = async function* (words: string) {
    yield new TextEncoder().encode(words);
  };
  const chunks: Uint8Array[] = [];
  for await (const chunk of zipOf([
    { name: "a.csv", content: text("first") },
    { name: "b.csv", content: text("") },
  ]))
    chunks.push(chunk);
  const files = unzipSync(Buffer.concat(chunks));
  expect(Object.entries(files).map(([name, bytes]) => [name, strFromU8(bytes)])).toEqual([
    ["a.csv", "first"],
    ["b.csv", ""],
  ]);
});

const activity = (part: Partial<PortfolioActivity>): PortfolioActivity => ({
  title: "Reading aloud",
  programme: null,
  provider: null,
  starts_on: "2025-10-06",
  completed_on: null,
  role: "participant",
  state: "completed",
  hours: 2,
  ...part,
});

test("a portfolio counts what somebody came to, in the academic year in which it began", () => {
  const activities = [
    activity({}),
    activity({ starts_on: "2026-08-31", hours: 1.5 }),
    activity({ starts_on: "2026-09-01", hours: null }),
    activity({ state: "booked" }),
    activity({ state: "absent" }),
    activity({ role: "facilitator" }),
  ];
  expect(portfolioYears(activities)).toEqual([
    { time_period: 202627, attended: 1, hours: 0, led: 0 },
    { time_period: 202526, attended: 2, hours: 3.5, led: 1 },
  ]);
  const { taken, led } = byPart(activities);
  expect([taken.length, led.length]).toEqual([4, 1]);
});

test.for([
  ["2024-09-01", null, "since 1 September 2024"],
  ["2024-09-01", "2026-08-31", "1 September 2024 to 31 August 2026"],
  [null, "2026-08-31", "until 31 August 2026"],
  [null, null, "–"],
] as const)("a spell from %s until %s", ([from, until, words]) => {
  expect(shownSpell(from, until)).toBe(words);
});
