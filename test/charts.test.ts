import { describe, expect, test } from "vitest";
import { barChart } from "../src/charts/bars.ts";
import { columnChart } from "../src/charts/columns.ts";
import { funnelChart } from "../src/charts/funnel.ts";
import { lineChart } from "../src/charts/line.ts";
import type { PlainChart } from "../src/charts/plain-chart.ts";
import { timelineOf } from "../src/charts/timeline.ts";
import { trendOf } from "../src/charts/trend.ts";
import { schoolsInFunnel } from "../src/statistics/funnel.ts";
import { inventedMeasure, national, shares } from "./harness/figures.ts";
import { inventedSchools } from "./harness/release.ts";

const asOf = "2026-11-20";
const use = inventedMeasure("use_in_role");
const years = shares(
  "use_in_role",
  `
  202122 | Total | 12 of 30
  202223 | Total | 14 of 31
  202324 | Total | [c]
  202425 | Total | 20 of 33 [b]
  202526 | Total | 25 of 36
  202627 | Total | 4 of 12
  `,
);
const series = {
  name: "Hawthorn Primary School",
  figures: years,
  beside: {
    name: "Larkmoor Learning Trust",
    figures: shares("use_in_role", "202425 | Total | 240 of 400\n202526 | Total | 250 of 400"),
  },
  benchmarks: [national("use_in_role", 202425, 0.58), national("use_in_role", 202526, 0.6)],
  events: [{ on: "2024-03-04", time_period: 202324, label: "Reading programme began", school_urn: null }],
  asOf,
};
const staff = shares("use_in_role", "202526 | Teachers | 15 of 20\n202526 | Midday supervisors and cleaners | [c]");

/** Compares a chart with its saved copy; test/expected/charts/README.md says how to change it. */
const expectSaved = (chart: PlainChart, name: string) =>
  expect(`${JSON.stringify(chart, null, 2)}\n`).toMatchFileSnapshot(`expected/charts/${name}.json`);

describe("saved copies", () => {
  test("a line with a gap, a break, an event, the trust and the country", () =>
    expectSaved(lineChart(use, series), "line"));
  test("columns of money", () =>
    expectSaved(
      columnChart(inventedMeasure("full_cost_per_participant_hour"), { ...series, benchmarks: [] }),
      "columns",
    ));
  test("bars by staff group", () => expectSaved(barChart(use, staff, years[4]), "bars"));
  test("a funnel", () => {
    const figures = [
      ...shares("use_in_role", "202526 | Total | 40 of 60", "staff_group", "900001"),
      ...shares("use_in_role", "202526 | Total | 4 of 40", "staff_group", "900002"),
      ...shares("use_in_role", "202526 | Total | [c]", "staff_group", "900003"),
    ];
    const { schools: inFunnel } = schoolsInFunnel(0.62, inventedSchools, figures);
    return expectSaved(
      funnelChart(use, 0.62, inFunnel, { wholeName: "Larkmoor Learning Trust", people: "Answers" }),
      "funnel",
    );
  });
});

describe("a line chart", () => {
  const { data, options } = lineChart(use, series);
  const ours = data.datasets.filter(({ label }) => label === "Hawthorn Primary School");

  test("leaves a gap where a value is hidden, and nothing of it in the chart", () => {
    expect(ours.map(({ data: values }) => values[2])).toEqual([null, null]);
    expect(options.plugins.marks.gaps).toEqual([{ at: 2, text: "[c]" }]);
    expect(options.plugins.marks.ranges[2]).toBe(null);
  });

  test("begins a new line at a series break", () => {
    expect(ours.map(({ data: values }) => values.map((value) => value !== null))).toEqual([
      [true, true, false, false, false, false],
      [false, false, false, true, true, true],
    ]);
    expect(options.plugins.marks.breaks).toEqual([3]);
  });

  test("shows the year that is not over as a hollow point", () => {
    expect(data.labels!.at(-1)).toBe("2026/27 so far");
    expect(ours[0]!.pointBackgroundColor!.at(-1)).toBe("panel");
    expect(ours[0]!.pointBackgroundColor!.at(-2)).toBe("us");
  });

  test("names each line once, where it ends", () => {
    expect(options.plugins.marks.names.map(({ text }) => text)).toEqual([
      "Larkmoor Learning Trust",
      "England",
      "Hawthorn Primary School",
    ]);
  });

  test("marks what the rules mark: signals, level lines over their years, and what was to be expected", () => {
    const drawn = [
      { signals: [202526] },
      { levels: [{ label: "median", value: 0.4, from: 202425, to: 202526, isLimit: false }] },
      { expected: { time_period: 202526, value: 0.58 } },
    ];
    const marked = lineChart(use, { ...series, drawn });
    const [signal] = marked.data.datasets;
    expect([signal!.label, signal!.pointStyle, signal!.data[4]]).toEqual(["Beyond chance", "rectRot", 25 / 36]);
    const [level, ghost] = marked.data.datasets.slice(-2);
    expect([level!.label, level!.data]).toEqual(["median 40%", [null, null, null, 0.4, 0.4, null]]);
    expect(ghost!.describe[4]).toBe("Expected with nothing changed, 2025/26: 58%");
    // The words below the chart tell what they are: names would stand over one another.
    const names = marked.options.plugins.marks.names.map(({ text }) => text);
    expect(names).not.toContain("median 40%");
    expect(names).not.toContain("Beyond chance");
  });

  test("leaves a gap where there is too little data, and says so", () => {
    const { data: drawn } = lineChart(use, {
      ...series,
      figures: shares("use_in_role", "202425 | Total | 30 of 60\n202526 | Total | 4 of 9"),
    });
    expect(drawn.datasets.at(-1)!.data.at(-1)).toBe(null);
    expect(drawn.datasets.at(-1)!.describe.at(-1)).toBe("Hawthorn Primary School, 2025/26: too little data");
  });

  test("of net scores stands on the whole scale, from all against to all for", () => {
    const net = lineChart({ ...use, unit: "net", interval: "net" }, series);
    expect(net.options.scales.y).toMatchObject({ min: -1, max: 1, ticks: { isNet: true } });
  });

  test("draws a share from zero", () => {
    expect(options.scales.y).toMatchObject({ min: 0, max: 1 });
  });
});

test("an event stands on its day within the year, and days share a letter", () => {
  const began = { on: "2024-03-01", time_period: 202324, label: "Coaching began", school_urn: null };
  const { marks } = timelineOf(years, [...series.events, began, { ...began, label: "Reading began" }], asOf);
  expect(marks.events.map(({ text }) => text)).toEqual(["A", "B"]);
  // 1 March is 182 days after 1 September, so half a year in: 2 − 0.5 + 182 / 365.
  expect(marks.events[0]!.at).toBeCloseTo(1.999, 3);
});

test("a year without a figure keeps its place", () => {
  const { labels, figures } = timelineOf(
    shares("use_in_role", "201819 | Total | 6 of 9\n202122 | Total | 7 of 9"),
    [],
    asOf,
  );
  expect(labels).toEqual(["2018/19", "2019/20", "2020/21", "2021/22"]);
  expect(figures[1]).toBe(undefined);
});

describe("a funnel", () => {
  test("leaves out schools whose figure is hidden", () => {
    const figures = shares("use_in_role", "202526 | Total | [c]");
    expect(schoolsInFunnel(0.62, inventedSchools, figures).schools).toEqual([]);
  });

  test("names only schools beyond chance, so that it cannot be read as a ranking", () => {
    const figures = [
      ...shares("use_in_role", "202526 | Total | 36 of 60", "staff_group", "900001"),
      ...shares("use_in_role", "202526 | Total | 4 of 40", "staff_group", "900002"),
    ];
    const chart = funnelChart(use, 0.62, schoolsInFunnel(0.62, inventedSchools, figures).schools, {
      wholeName: "The trust",
      people: "Answers",
    });
    expect(chart.options.plugins.marks.names.map(({ text }) => text)).toEqual([
      "The trust 62%",
      "Bramble Lane Primary School",
    ]);
  });
});

describe("the small trend on a card", () => {
  test("breaks its line where a value is hidden or the series begins anew", () => {
    const trend = trendOf(use, years, [], asOf)!;
    expect(trend.points).toHaveLength(5);
    expect(trend.lines).toHaveLength(2);
    expect(trend.gaps.map(({ text }) => text)).toEqual(["[c]"]);
    expect(trend.points.at(-1)!.isRunning).toBe(true);
  });

  test("marks the years that a rule marks, and leaves out what is too little to be spoken of", () => {
    const trend = trendOf(
      use,
      [...years.slice(0, 5), ...shares("use_in_role", "202627 | Total | 4 of 9")],
      [],
      asOf,
      [202526],
    )!;
    expect(trend.points.filter(({ isSignal }) => isSignal)).toHaveLength(1);
    expect(trend.gaps.map(({ text }) => text)).toEqual(["[c]", "few"]);
  });

  test("is left out where one value is no trend", () => {
    expect(trendOf(use, shares("use_in_role", "202425 | Total | [c]\n202526 | Total | 6 of 9"), [], asOf)).toBe(null);
  });
});
