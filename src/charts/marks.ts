/** What is drawn around the data: likely ranges behind points, marks in gaps, events, series breaks and names. */
import type { Chart, Plugin } from "chart.js";
import { drawNames, fontOf, lineHeight, nameGap } from "./names.ts";
import type { Colour, Marks } from "./plain-chart.ts";

/** Gives the colour of a token in the theme of the moment. */
export type Palette = (colour: Colour) => string;

const rangeThickness = 9;

/** The plugin that draws marks, before the data what lies behind it and after the data what is written beside it. */
export function marksPlugin(marks: Marks, palette: Palette): Plugin {
  return {
    id: "figureMarks",
    beforeDatasetsDraw(chart) {
      drawEvents(chart, marks, palette);
      drawBreaks(chart, marks, palette);
      if (chart.options.indexAxis !== "y") drawRanges(chart, marks, palette("us-band"), rangeThickness);
    },
    afterDatasetsDraw(chart) {
      if (chart.options.indexAxis === "y") {
        // A rim in the colour of the page keeps the range visible across the bar.
        drawRanges(chart, marks, palette("panel"), 5);
        drawRanges(chart, marks, palette("ink"), 2);
      }
      drawGaps(chart, marks, palette);
      drawNames(chart, marks, palette);
    },
  };
}

function drawRanges(chart: Chart, { ranges }: Marks, colour: string, thickness: number): void {
  const isLying = chart.options.indexAxis === "y";
  const [along, across] = isLying ? [chart.scales["y"]!, chart.scales["x"]!] : [chart.scales["x"]!, chart.scales["y"]!];
  const { ctx } = chart;
  ctx.save();
  ctx.strokeStyle = colour;
  ctx.lineWidth = thickness;
  ctx.lineCap = thickness > 4 ? "round" : "butt";
  ranges.forEach((range, index) => {
    if (!range) return;
    const at = along.getPixelForValue(index);
    const [from, to] = range.map((value) => across.getPixelForValue(value)) as [number, number];
    ctx.beginPath();
    ctx.moveTo(...(isLying ? ([from, at] as const) : ([at, from] as const)));
    ctx.lineTo(...(isLying ? ([to, at] as const) : ([at, to] as const)));
    ctx.stroke();
  });
  ctx.restore();
}

function drawGaps(chart: Chart, { gaps }: Marks, palette: Palette): void {
  const isLying = chart.options.indexAxis === "y";
  const { ctx, chartArea, scales } = chart;
  ctx.save();
  ctx.fillStyle = palette("soft");
  ctx.font = fontOf(chart, "400");
  ctx.textBaseline = "middle";
  for (const { at, text } of gaps) {
    ctx.textAlign = isLying ? "left" : "center";
    if (isLying) ctx.fillText(text, chartArea.left + nameGap, scales["y"]!.getPixelForValue(at));
    else ctx.fillText(text, scales["x"]!.getPixelForValue(at), chartArea.bottom - lineHeight);
  }
  ctx.restore();
}

/** Where a place between two categories lies. */
function pixelAlong(chart: Chart, at: number): number {
  const scale = chart.scales["x"]!;
  const { left, right } = chart.chartArea;
  const step = scale.ticks.length > 1 ? scale.getPixelForValue(1) - scale.getPixelForValue(0) : right - left;
  return Math.min(right, Math.max(left, scale.getPixelForValue(0) + at * step));
}

function drawEvents(chart: Chart, { events }: Marks, palette: Palette): void {
  const { ctx, chartArea } = chart;
  ctx.save();
  ctx.strokeStyle = palette("others");
  ctx.fillStyle = palette("soft");
  ctx.font = fontOf(chart);
  ctx.textAlign = "center";
  ctx.setLineDash([2, 3]);
  for (const { at, text } of events) {
    const x = Math.round(pixelAlong(chart, at)) + 0.5;
    ctx.beginPath();
    ctx.moveTo(x, chartArea.top);
    ctx.lineTo(x, chartArea.bottom);
    ctx.stroke();
    ctx.fillText(text, x, chartArea.top - 6);
  }
  ctx.restore();
}

function drawBreaks(chart: Chart, { breaks }: Marks, palette: Palette): void {
  const { ctx, chartArea } = chart;
  ctx.save();
  ctx.strokeStyle = palette("soft");
  ctx.fillStyle = palette("soft");
  ctx.font = fontOf(chart, "400");
  ctx.lineWidth = 1.5;
  for (const at of breaks) {
    const x = Math.round(pixelAlong(chart, at - 0.5)) + 0.5;
    ctx.beginPath();
    ctx.moveTo(x, chartArea.top);
    ctx.lineTo(x, chartArea.bottom);
    ctx.stroke();
    ctx.fillText("[b]", x + 5, chartArea.top + 10);
  }
  ctx.restore();
}
