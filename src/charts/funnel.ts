/** Every school beside what chance gives a school of its size: a funnel plot, never a ranking. */
import type { PublishedMeasure, School } from "../../pipelines/contract.ts";
import { shownCount, shownNumber } from "../format.ts";
import type { InFunnel } from "../statistics/funnel.ts";
import { type FunnelLimits, funnelLimits } from "../statistics/funnel-limits.ts";
import { valueAxis } from "./axis.ts";
import { noMarks, type PlainAxis, type PlainChart, type PlainDataset, type Spot } from "./plain-chart.ts";

/** One school in the funnel. */
export type FunnelSchool = InFunnel<School>;

/** How many points each limit is drawn through. */
const stepsOfLimits = 48;

/**
 * A funnel plot around the share of the whole, with exact 95% and 99.8% limits.
 *
 * @param widening - how much wider than chance alone the limits stand, because schools differ more than that; 1 where they do not
 * @param wholeName - who the line in the middle is about, such as the trust
 * @param people - what the horizontal axis counts, such as "staff"
 */
export function funnelChart(
  measure: PublishedMeasure,
  centre: number,
  inFunnel: readonly FunnelSchool[],
  { wholeName, people, widening = 1 }: { wholeName: string; people: string; widening?: number },
): PlainChart {
  const largest = Math.max(10, ...inFunnel.map(({ figure }) => figure.denominator!));
  const right = niceAbove(largest);
  const sizes = Array.from({ length: stepsOfLimits + 1 }, (_, step) =>
    Math.max(1, Math.round(right * (step / stepsOfLimits) ** 2)),
  ).filter((size, at, all) => size !== all[at - 1]);
  const limits = sizes.map((size) => ({ size, at: funnelLimits(centre, size, widening) }));
  const line = (label: string, limit: keyof FunnelLimits, borderDash: number[]): PlainDataset => ({
    ...quietLine(label, borderDash),
    data: limits.map(({ size, at }) => ({ x: size, y: rounded(at[limit]) })),
  });
  const datasets: PlainDataset[] = [
    {
      ...quietLine(wholeName, []),
      data: [
        { x: 0, y: rounded(centre) },
        { x: right, y: rounded(centre) },
      ],
    },
    line("99.8% limit", "lower998", []),
    line("99.8% limit", "upper998", []),
    line("95% limit", "lower95", [4, 4]),
    line("95% limit", "upper95", [4, 4]),
    cloud(
      measure,
      "Within what chance gives",
      inFunnel.filter(({ place }) => place === "inside"),
    ),
    cloud(
      measure,
      "Beyond chance",
      inFunnel.filter(({ place }) => place !== "inside"),
    ),
  ];
  const beyond = datasets.length - 1;
  const named = inFunnel.filter(({ place }) => place !== "inside");
  return {
    type: "scatter",
    data: { datasets },
    options: {
      scales: {
        x: {
          type: "linear",
          min: 0,
          max: right,
          grid: { display: false },
          title: { display: true, text: people },
          ticks: { maxTicksLimit: 6 },
        },
        y: aroundTheFunnel(centre, inFunnel, widening),
      },
      plugins: {
        marks: {
          ...noMarks,
          names: [
            { dataset: 0, index: 1, text: `${wholeName} ${shownNumber(centre, measure.unit)}`, colour: "soft" },
            ...named.map(({ school }, index) => ({
              dataset: beyond,
              index,
              text: school.name,
              colour: "ink" as const,
            })),
          ],
        },
      },
    },
  };
}

/** The axis of shares, as far as the schools and the outer limits of the smallest of them reach: places matter here, not lengths. */
function aroundTheFunnel(centre: number, inFunnel: readonly FunnelSchool[], widening: number): PlainAxis {
  const smallest = Math.min(...inFunnel.map(({ figure }) => figure.denominator!));
  const { lower998, upper998 } = funnelLimits(centre, Number.isFinite(smallest) ? smallest : 1, widening);
  const values = inFunnel.map(({ figure }) => figure.value!);
  const lowest = Math.min(lower998, ...values);
  const highest = Math.max(upper998, ...values);
  return {
    ...valueAxis("percent", []),
    min: Math.floor(lowest * 10) / 10,
    max: Math.ceil(highest * 10) / 10,
  };
}

function quietLine(label: string, borderDash: number[]): Omit<PlainDataset, "data"> {
  return {
    label,
    borderColor: "others",
    backgroundColor: "others",
    borderWidth: 1.5,
    borderDash,
    pointRadius: 0,
    pointHoverRadius: 0,
    showLine: true,
    describe: [],
  };
}

function cloud(measure: PublishedMeasure, label: string, schools: readonly FunnelSchool[]): PlainDataset {
  const isBeyond = label === "Beyond chance";
  return {
    label,
    data: schools.map(({ figure }): Spot => ({ x: figure.denominator!, y: rounded(figure.value!) })),
    borderColor: isBeyond ? "signal" : "us",
    backgroundColor: isBeyond ? "signal" : "us",
    pointRadius: isBeyond ? 7 : 5,
    pointHoverRadius: 8,
    pointStyle: isBeyond ? "rectRot" : "circle",
    describe: schools.map(
      ({ school, figure }) =>
        `${school.name}: ${shownNumber(figure.value!, measure.unit, figure.denominator)} of ${shownCount(figure.denominator!)}`,
    ),
  };
}

/** The next round number above the largest school: 10, 20, 50, 100, 200 … with a little room. */
function niceAbove(largest: number): number {
  const magnitude = 10 ** Math.floor(Math.log10(largest * 1.05));
  const step = [1, 1.5, 2, 3, 4, 5, 6, 8, 10].find((factor) => factor * magnitude >= largest * 1.05)!;
  return step * magnitude;
}

/** Four decimals: a pixel is coarser, and the saved copies stay readable. */
function rounded(value: number): number {
  return Math.round(value * 10_000) / 10_000;
}
