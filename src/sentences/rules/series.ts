/** What a measure shows over the years, beside the year before. */
import { counted, listed, shownNumber, shownYear } from "../../format.ts";
import { type ControlRule, controlLimits, controlSignals, fewestForLimits } from "../../statistics/control-chart.ts";
import { fewestForMedian, runChart } from "../../statistics/run-chart.ts";
import { latestStretch, type Point } from "../../statistics/series.ts";
import { tooLittle } from "../../statistics/too-little.ts";
import type { ValueReading } from "../reading.ts";
import { nextYear } from "../years.ts";
import type { Rule } from "./rule.ts";

const signalWords: Record<ControlRule, string> = {
  outside_limits: "outside the limits",
  run_on_one_side: "seven or more in a row on one side of the mean",
  trend: "six or more in a row rising or falling",
  outer_third: "two of three near a limit",
};

/** Each that fires is told. */
export const seriesRules: readonly Rule[] = [
  {
    name: "Limits over time (XmR)",
    fires: `${fewestForLimits} or more full years in a row, without a break; a signal by one of four rules: outside the limits, seven on one side of the mean, six rising or falling, two of three in the outer third`,
    tell: (reading) => {
      const stretch = stretchOf(reading);
      if (stretch.length < fewestForLimits) return null;
      const limits = controlLimits(valuesOf(stretch));
      const signals = controlSignals(valuesOf(stretch), limits);
      const shown = (value: number) => shownNumber(value, reading.measure.unit, reading.figure.denominator);
      const years = counted(stretch.length, "year");
      const range = `${shown(clipped(reading, limits.lower))} to ${shown(clipped(reading, limits.upper))}`;
      const told = signals.map(({ rule, at }) => `${signalWords[rule]} (${yearsAt(stretch, at)})`);
      const signalled = [...new Set(signals.flatMap(({ at }) => at.map((place) => stretch[place]!.time_period)))];
      const isLatest = signalled.includes(reading.figure.time_period);
      return {
        ...(isLatest ? { title: `Beyond what chance gives over ${years}` } : {}),
        sentence:
          signals.length > 0
            ? `Over ${years} the limits of chance, drawn as thin lines, are ${range}; beyond chance: ${listed(told)}.`
            : `Over ${years} nothing lies beyond what chance gives (limits ${range}).`,
        isSignal: isLatest,
        looks: 1,
        drawn: {
          signals: signalled,
          levels: [
            { label: "mean", value: limits.mean, ...ends(stretch), isLimit: false },
            { label: "limit", value: clipped(reading, limits.lower), ...ends(stretch), isLimit: true },
            { label: "limit", value: clipped(reading, limits.upper), ...ends(stretch), isLimit: true },
          ],
        },
      };
    },
  },
  {
    name: "Run chart",
    fires: `${fewestForMedian} to ${fewestForLimits - 1} full years in a row: too few points for limits, so the median and the longest run on one side of it`,
    tell: (reading) => {
      const stretch = stretchOf(reading);
      if (stretch.length < fewestForMedian || stretch.length >= fewestForLimits) return null;
      const { median, longestRun, isShift } = runChart(valuesOf(stretch));
      const shown = shownNumber(median, reading.measure.unit, reading.figure.denominator);
      const run = isShift
        ? `${longestRun} in a row lie on one side of it, more than chance gives`
        : longestRun < 2
          ? "no two in a row lie on one side of it"
          : `at most ${longestRun} in a row lie on one side of it`;
      return {
        sentence: `${counted(stretch.length, "year")} in a row are too few points for limits (it takes ${fewestForLimits}). The median, dotted, is ${shown}; ${run}.`,
        isSignal: isShift,
        looks: 1,
        drawn: { levels: [{ label: "median", value: median, ...ends(stretch), isLimit: false }] },
      };
    },
  },
  {
    name: "Break in the series",
    fires: "an earlier year began a new series, or years in between are missing",
    tell: ({ totals, figure, measure }) => {
      const earlier = totals.filter(({ time_period }) => time_period < figure.time_period);
      const broken = earlier.findLast(({ status }) => status === "[b]");
      const missing = missingYears(totals.filter(({ value }) => value !== null).map(({ time_period }) => time_period));
      const parts = [
        broken &&
          `It has been worked out in another way since ${shownYear(broken.time_period)}, and is not compared across that.`,
        missing.length > 0 &&
          `No figure for ${listed(missing.map(shownYear))}, so the years before and after form two series.`,
        ...reasonsFor(measure.absences, missing),
      ].filter(Boolean);
      return parts.length > 0 ? { sentence: parts.join(" ") } : null;
    },
  },
];

/** The series that is spoken of: a year that is too little ends it, as a hidden one does. */
function stretchOf({ measure, totals, currentYear, figure }: ValueReading): Point[] {
  const spoken = totals.map((one) => (tooLittle(measure, one) ? { ...one, value: null } : one));
  const stretch = latestStretch(spoken, currentYear);
  return stretch.at(-1)?.time_period === figure.time_period ? stretch : [];
}

const valuesOf = (stretch: readonly Point[]) => stretch.map(({ value }) => value);
const ends = (stretch: readonly Point[]) => ({ from: stretch[0]!.time_period, to: stretch.at(-1)!.time_period });
const yearsAt = (stretch: readonly Point[], at: readonly number[]) =>
  listed(at.map((place) => shownYear(stretch[place]!.time_period)));

/** A limit that no share can reach is drawn and told at the end of the scale. */
function clipped({ measure }: ValueReading, limit: number): number {
  if (measure.unit === "percent") return Math.min(1, Math.max(0, limit));
  if (measure.unit === "net") return Math.min(1, Math.max(-1, limit));
  return measure.unit === "points" || measure.unit === "mean" ? limit : Math.max(0, limit);
}

/** The years between the first and the last shown that have no value. */
function missingYears(shown: readonly number[]): number[] {
  return shown.slice(1).flatMap((year, at) => {
    const missing: number[] = [];
    for (let next = nextYear(shown[at]!); next < year; next = nextYear(next)) missing.push(next);
    return missing;
  });
}

function reasonsFor(
  absences: readonly { time_periods: number[]; reason: string }[] | undefined,
  years: readonly number[],
): string[] {
  return (absences ?? [])
    .filter(({ time_periods }) => time_periods.some((year) => years.includes(year)))
    .map(({ reason }) => reason);
}
