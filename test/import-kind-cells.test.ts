import { expect, test } from "vitest";
import { dayColumn } from "../pipelines/import/kinds/day-column.ts";
import { agreementOf, formOf, numberIn, wordedAnswer } from "../pipelines/import/kinds/evaluations/answers.ts";
import { keyOfQuestion } from "../pipelines/import/kinds/evaluations/columns.ts";
import { hideSmallGroups } from "../pipelines/import/kinds/evaluations/small-groups.ts";
import { gridOf } from "../pipelines/import/kinds/evaluations/survey.ts";
import { readFullTimeShare, readHours, readPounds } from "../pipelines/import/kinds/quantities.ts";

test("a day is read however it is written, and one that shows its order decides for its column", () => {
  const days = [
    "2026-09-01",
    "20260901",
    "2026/09/01 4:09:22 PM GMT+1",
    "2026-09-01T16:09:22Z",
    "1 Sep 2026",
    "1st September 2026",
    "Tue 1 Sep 2026",
    "September 1, 2026",
    "01-Sep-26",
    new Date("2026-09-01T00:00:00Z"),
  ];
  const column = dayColumn(days);
  expect(days.map((day) => column.read(day).on)).toEqual(days.map(() => "2026-09-01"));
  const british = dayColumn(["13/09/2026", "01/09/2026"]);
  expect([british.order, british.read("01/09/2026").on, british.read("1.9.26").on]).toEqual([
    "day_first",
    "2026-09-01",
    "2026-09-01",
  ]);
  const american = dayColumn(["9/13/26 15:29", "9/1/26 8:00"]);
  expect([american.order, american.read("9/1/26 8:00").on]).toEqual(["month_first", "2026-09-01"]);
});

test("a day that could be read two ways is assumed only where an order is given, and not where a column has both", () => {
  expect(dayColumn(["01/09/2026"]).read("01/09/2026").reason).toContain("could be read two ways");
  const assumed = dayColumn(["01/09/2026"], "day_first");
  expect([assumed.isAssumed, assumed.read("01/09/2026").on]).toEqual([true, "2026-09-01"]);
  expect(dayColumn(["05/05/2026"]).read("05/05/2026").on).toBe("2026-05-05");
  const both = dayColumn(["13/09/2026", "09/13/2026", "01/02/2026"], "day_first");
  expect(both.read("01/02/2026").reason).toContain("dates with the day first and dates with the month first");
  expect([both.read("13/09/2026").on, both.read("09/13/2026").on]).toEqual(["2026-09-13", "2026-09-13"]);
  for (const wrong of ["31/02/2026", "32/01/2026", "soon", "46266", "2026-13-01"])
    expect([wrong, dayColumn([wrong], "day_first").read(wrong).reason]).toEqual([
      wrong,
      "is not a date, such as 01/09/2026 or 2026-09-01",
    ]);
  expect(dayColumn([]).read("").on).toBeNull();
});

test("hours are read as numbers, clocks and words, and not guessed", () => {
  const read = (cell: string, heading = "Hours") => readHours(cell, heading);
  expect(
    ["1.5", "1:30", "90 min", "90 minutes", "1h 30m", "1 hr 30 mins", "1h30", "1 hour and 30 minutes"].map((cell) =>
      read(cell),
    ),
  ).toEqual(Array.from({ length: 8 }, () => 1.5));
  expect(["6", "0", "2 hours", ""].map((cell) => read(cell))).toEqual([6, 0, 2, null]);
  expect(read("90", "Duration (mins)")).toBe(1.5);
  expect(readHours(new Date(Date.UTC(1899, 11, 30, 1, 30)), "Hours")).toBe(1.5);
  expect(["half a day", "1:75", "-1", "2026-09-01", "9999999"].map((cell) => read(cell))).toEqual([
    undefined,
    undefined,
    undefined,
    undefined,
    undefined,
  ]);
  expect(readHours(new Date("2026-09-01T00:00:00Z"), "Hours")).toBeUndefined();
});

test("pounds are read with their signs and commas, and a decimal comma is not", () => {
  expect(["£1,234.50", "1234.5", "GBP 99", ".5", "0", "", "£ 10"].map((cell) => readPounds(cell))).toEqual([
    1234.5,
    1234.5,
    99,
    0.5,
    0,
    null,
    10,
  ]);
  expect(["-5", "(45.00)", "£-5"].map((cell) => readPounds(cell))).toEqual(["negative", "negative", "negative"]);
  expect(["12,5", "ten", "£", "1.2.3"].map((cell) => readPounds(cell))).toEqual([
    undefined,
    undefined,
    undefined,
    undefined,
  ]);
});

test("a share of full time is read as a share, per cent or hours, and refused where it could be two of them", () => {
  const fte = (cell: string | number, heading = "FTE", week: number | null = null, isTeacher = true) =>
    readFullTimeShare(cell, heading, week, isTeacher).fte;
  expect([fte("0.6"), fte("60%"), fte("60", "FTE %"), fte(0.6, "FTE %"), fte("1"), fte("")]).toEqual([
    0.6,
    0.6,
    0.6,
    0.6,
    1,
    null,
  ]);
  expect([fte("19.5 hours"), fte("18.5", "Hours per week", null, false), fte("18", "Hours", 36)]).toEqual([
    0.6, 0.5, 0.5,
  ]);
  expect(readFullTimeShare("60", "FTE", null, true).reason).toContain("could be per cent or hours");
  expect(readFullTimeShare("200%", "FTE", null, true).reason).toContain("more than one and a half");
  expect(readFullTimeShare("most", "FTE", null, true).reason).toContain("is not a share of full time");
});

test("agreement is known in its usual wordings, with or without a number beside it", () => {
  const degree = (text: string) => agreementOf(text)?.degree;
  expect(["strongly agree", "agree strongly", "5 - strongly agree", "strongly agree (5)", "sa"].map(degree)).toEqual([
    2, 2, 2, 2, 2,
  ]);
  expect(
    [
      "agree",
      "tend to agree",
      "neither agree nor disagree",
      "neutral",
      "disagree",
      "1 = strongly disagree",
      "don't know",
    ].map(degree),
  ).toEqual([1, 1, 0, 0, -1, -2, "dont_know"]);
  expect(["slightly agree", "yes", "often", ""].map(degree)).toEqual([undefined, undefined, undefined, undefined]);
  expect(formOf(["3 - Agree", "4 - Strongly agree"])).toMatchObject({ form: "agree", steps: 4 });
  expect(formOf(["4 - Agree", "2 - Disagree"])).toMatchObject({ form: "agree", steps: 5 });
  expect(formOf(["Agree", "Disagree"])).toMatchObject({ form: "agree", steps: undefined });
  expect(formOf(["Often", "Rarely", "Often", "Rarely", "Often"])).toEqual({ form: "words" });
  expect(formOf(["It was lovely.", "More tea", "Less slides"])).toEqual({ form: "comment" });
  expect([numberIn("4 - quite confident"), numberIn("10"), numberIn("4 days"), numberIn("3.5")]).toEqual([
    4,
    10,
    undefined,
    undefined,
  ]);
  expect([
    wordedAnswer("time; confidence", "barriers"),
    wordedAnswer("tried it once", "use_4"),
    wordedAnswer("maybe", "yes_no"),
  ]).toEqual([["time", "confidence"], "tried", undefined]);
});

test("headings of grids are their question and row, and other questions get a key that stays the same", () => {
  expect(gridOf("How was it? [The room]")).toEqual({ question: "How was it?", row: "The room" });
  expect(gridOf("Rate the session.Content")).toEqual({ question: "Rate the session", row: "Content" });
  expect(gridOf("Rate the session - Content")).toEqual({ question: "Rate the session", row: "Content" });
  expect(gridOf("It was well-paced")).toEqual({ question: "It was well-paced", row: null });
  expect(keyOfQuestion("Wie war's? [Naïve café]")).toBe("wie_war_s_naive_cafe");
  const long = keyOfQuestion(`${"a very long question ".repeat(5)}one`);
  expect(long).toMatch(/^[a-z][a-z0-9_]{1,55}$/);
  expect(long).not.toBe(keyOfQuestion(`${"a very long question ".repeat(5)}two`));
});

test("nobody is left alone in a group or a school, nor as the rest of one", () => {
  const people = (counts: [school: string | null, group: string | null, count: number][]) =>
    counts.flatMap(([school_urn, staff_group, count]) =>
      Array.from({ length: count }, () => ({ school_urn, staff_group })),
    );
  const cells = (from: ReturnType<typeof people>) => {
    const counts = new Map<string, number>();
    for (const { school_urn, staff_group } of hideSmallGroups(from, 5)) {
      const cell = `${school_urn} ${staff_group}`;
      counts.set(cell, (counts.get(cell) ?? 0) + 1);
    }
    return Object.fromEntries(counts);
  };
  expect(
    cells(
      people([
        ["a", "t", 5],
        ["a", "s", 6],
      ]),
    ),
  ).toEqual({ "a t": 5, "a s": 6 });
  expect(
    cells(
      people([
        ["a", "t", 8],
        ["a", "s", 2],
      ]),
    ),
  ).toEqual({ "a null": 10 });
  expect(
    cells(
      people([
        ["a", "t", 8],
        ["a", "s", 6],
        ["a", "l", 1],
      ]),
    ),
  ).toEqual({ "a t": 8, "a null": 7 });
  expect(
    cells(
      people([
        ["a", "t", 8],
        ["b", "t", 3],
        ["c", "t", 6],
      ]),
    ),
  ).toEqual({ "a t": 8, "null null": 9 });
  expect(cells(people([["a", "t", 3]]))).toEqual({ "null null": 3 });
  // Whatever the numbers, no cell that is left is smaller than the least, unless there are fewer people than that in all.
  for (let seed = 0; seed < 300; seed += 1) {
    const random = (most: number, step: number) => (Math.imul(seed + step, 2_654_435_761) >>> 8) % most;
    const counts = Object.values(
      cells(
        people([
          ["a", "t", random(9, 1)],
          ["a", "s", random(9, 2)],
          ["b", "t", random(9, 3)],
          ["b", "s", random(7, 4)],
          [null, "t", random(4, 5)],
          ["c", null, random(6, 6)],
        ]),
      ),
    );
    const all = counts.reduce((sum, count) => sum + count, 0);
    if (all >= 5) expect(counts.filter((count) => count < 5)).toEqual([]);
  }
});
