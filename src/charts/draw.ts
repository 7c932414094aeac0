/** Draws a plain chart with Chart.js; loaded only when a chart comes into view. */
import {
  BarController,
  BarElement,
  CategoryScale,
  Chart,
  type ChartConfiguration,
  LinearScale,
  LineController,
  LineElement,
  PointElement,
  ScatterController,
  Tooltip,
} from "chart.js";
import { marksPlugin, type Palette } from "./marks.ts";
import { roomAbove, roomForNames } from "./names.ts";
import type { PlainAxis, PlainChart, PlainDataset } from "./plain-chart.ts";

Chart.register(
  BarController,
  BarElement,
  CategoryScale,
  LinearScale,
  LineController,
  LineElement,
  PointElement,
  ScatterController,
  Tooltip,
);

/**
 * Draws a chart on a canvas, in the colours of the moment. Destroy what it returns before drawing on the same canvas again.
 *
 * @param font - the family of the page, so that the chart's words look like the others
 * @param isResponsive - whether the chart follows the size of what is around it from now on
 */
export function draw(
  canvas: HTMLCanvasElement,
  plain: PlainChart,
  palette: Palette,
  font: string,
  isResponsive = true,
): Chart {
  const { marks } = plain.options.plugins;
  const configuration = {
    type: plain.type,
    data: { ...plain.data, datasets: plain.data.datasets.map((dataset) => coloured(dataset, palette)) },
    options: {
      animation: false,
      responsive: isResponsive,
      maintainAspectRatio: false,
      locale: "en-GB",
      color: palette("soft"),
      font: { family: font, size: 13 },
      ...(plain.options.indexAxis ? { indexAxis: plain.options.indexAxis } : {}),
      layout: {
        padding: ({ chart }: { chart: Chart }) => ({
          right: roomForNames(chart, marks),
          top: roomAbove(chart, marks) + (marks.events.length > 0 ? 22 : 8),
        }),
      },
      interaction: { mode: "nearest", intersect: false },
      scales: { x: scaleOf(plain.options.scales.x, palette, font), y: scaleOf(plain.options.scales.y, palette, font) },
      plugins: { tooltip: tooltipOf(palette, font) },
    },
    plugins: [marksPlugin(marks, palette)],
  };
  return new Chart(canvas, configuration as unknown as ChartConfiguration);
}

function coloured(dataset: PlainDataset, palette: Palette): object {
  return {
    ...dataset,
    spanGaps: false,
    borderColor: palette(dataset.borderColor),
    backgroundColor: palette(dataset.backgroundColor),
    pointBorderColor: palette(dataset.borderColor),
    pointBackgroundColor: dataset.pointBackgroundColor?.map(palette) ?? palette(dataset.backgroundColor),
  };
}

function scaleOf(axis: PlainAxis, palette: Palette, font: string): object {
  const title = axis.title && { ...axis.title, color: palette("soft"), font: { family: font, size: 13 } };
  return {
    ...axis,
    grid: { ...axis.grid, color: palette("line"), drawTicks: false },
    border: { display: axis.type === "category", color: palette("others") },
    ticks: {
      ...axis.ticks,
      ...(axis.ticks.isNet ? { callback: netTick } : {}),
      color: palette("soft"),
      font: { family: font, size: 13 },
      padding: 8,
    },
    ...(title ? { title } : {}),
  };
}

function netTick(value: number | string): string {
  const points = Math.round(Number(value) * 100);
  return points > 0 ? `+${points}` : String(points).replace("-", "−");
}

function tooltipOf(palette: Palette, font: string): object {
  const describe = ({ dataset, dataIndex }: { dataset: { describe: string[] }; dataIndex: number }) =>
    dataset.describe[dataIndex] ?? "";
  return {
    displayColors: false,
    backgroundColor: palette("ink"),
    bodyColor: palette("panel"),
    bodyFont: { family: font, size: 13 },
    padding: 10,
    cornerRadius: 6,
    caretSize: 5,
    filter: (item: Parameters<typeof describe>[0]) => describe(item) !== "",
    callbacks: { title: () => "", label: describe },
  };
}
