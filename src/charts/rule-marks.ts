/** What the rules draw on a time chart: signals, limits, a mean or a median, and what was to be expected. */
import type { PublishedMeasure } from "../../pipelines/contract.ts";
import { shownBenchmark, shownYear } from "../format.ts";
import type { Drawn } from "../sentences/rules/rule.ts";
import type { PlainDataset } from "./plain-chart.ts";

/** The points that rules mark, drawn over the line. */
export function signalPoints(
  years: readonly number[],
  values: readonly (number | null)[],
  drawn: readonly Drawn[],
): PlainDataset[] {
  const signals = new Set(drawn.flatMap((mark) => mark.signals ?? []));
  const data = years.map((year, at) => (signals.has(year) ? (values[at] ?? null) : null));
  if (data.every((value) => value === null)) return [];
  return [
    {
      label: "Beyond chance",
      data,
      borderColor: "signal",
      backgroundColor: "signal",
      // Large enough to cover the round point below it: a signal is known by its shape, not by its colour alone.
      pointRadius: 9,
      pointHoverRadius: 9,
      pointStyle: "rectRot",
      showLine: false,
      describe: [],
    },
  ];
}

/** The level lines and the ghost of what was to be expected, drawn behind the line. */
export function ruleLines(
  measure: PublishedMeasure,
  years: readonly number[],
  drawn: readonly Drawn[],
): PlainDataset[] {
  const levels = drawn
    .flatMap((mark) => mark.levels ?? [])
    .map(
      ({ label, value, from, to, isLimit }): PlainDataset => ({
        label: `${label} ${shownBenchmark(value, measure.unit)}`,
        data: years.map((year) => (year >= from && year <= to ? value : null)),
        borderColor: "others",
        backgroundColor: "others",
        borderWidth: 1.5,
        borderDash: isLimit ? [] : [2, 3],
        pointRadius: 0,
        pointHoverRadius: 0,
        describe: [],
      }),
    );
  const expected = drawn
    .flatMap((mark) => mark.expected ?? [])
    .map(
      ({ time_period, value }): PlainDataset => ({
        label: "Expected with nothing changed",
        data: years.map((year) => (year === time_period ? value : null)),
        borderColor: "others",
        backgroundColor: "panel",
        pointRadius: 7,
        pointHoverRadius: 8,
        pointBorderWidth: 2,
        showLine: false,
        describe: years.map((year) =>
          year === time_period
            ? `Expected with nothing changed, ${shownYear(year)}: ${shownBenchmark(Math.round(value * 100) / 100, measure.unit)}`
            : "",
        ),
      }),
    );
  return [...levels, ...expected];
}
