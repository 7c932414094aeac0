/** What is drawn around the data: likely ranges behind points, marks in gaps, events, series breaks and names. */
import type { Chart, Plugin } from "chart.js";
import type { Colour, Marks } from "./plain-chart.ts";

/** Gives the colour of a token in the theme of the moment. */
export type Palette = (colour: Colour) => string;

const rangeThickness = 9;
const nameGap = 10;
const lineHeight = 15;
/** Names that start further apart than this do not touch. */
const nameWidth = 200;
/** Narrower than this, a name stands above its line, because beside it would leave the line too little room. */
const narrowBelow = 460;

/** The room that names need to the right of the plot. */
export function roomForNames(chart: Chart, { names }: Marks): number {
  const isNarrow = chart.width < narrowBelow;
  if (kindOf(chart) === "funnel" || names.length === 0) return nameGap;
  if (kindOf(chart) === "line" && isNarrow) return nameGap;
  chart.ctx.font = fontOf(chart);
  const widest = Math.max(...names.map(({ text }) => chart.ctx.measureText(text).width));
  const wanted = Math.min(widest + 2 * nameGap + 2, chart.width * 0.36);
  if (kindOf(chart) === "bars") return wanted;
  // The last point stands half a place before the end of the plot, and its name may use that half.
  const halfOfPlace = 1 / (2 * Math.max(1, chart.data.labels?.length ?? 1));
  return Math.max(nameGap, (wanted - chart.width * halfOfPlace) / (1 - halfOfPlace));
}

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

function kindOf(chart: Chart): "bars" | "funnel" | "line" {
  if (chart.options.indexAxis === "y") return "bars";
  return "type" in chart.config && chart.config.type === "scatter" ? "funnel" : "line";
}

function fontOf(chart: Chart, weight = "600"): string {
  const { family } = chart.options.font as { family: string };
  return `${weight} 13px ${family}`;
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

function drawNames(chart: Chart, { names, ranges }: Marks, palette: Palette): void {
  const { ctx, chartArea, width } = chart;
  const kind = kindOf(chart);
  // A line on its own needs no name in a narrow chart, where it would stand in the line's way; the table names it.
  if (kind === "line" && width < narrowBelow && names.length === 1) return;
  ctx.save();
  ctx.font = fontOf(chart);
  ctx.textBaseline = "middle";
  const placed = names.flatMap((name) => {
    const point = chart.getDatasetMeta(name.dataset).data[name.index];
    if (!point) return [];
    if (kind === "bars") {
      const range = ranges[name.index];
      const end = Math.max(point.x, range ? chart.scales["x"]!.getPixelForValue(range[1]) : 0);
      return [{ ...name, x: end + nameGap - 2, y: point.y, align: "left" as const }];
    }
    if (kind === "funnel") {
      const isLine = name.dataset === 0;
      const isRight = point.x > (chartArea.left + chartArea.right) / 2;
      const x = isLine ? chartArea.right : point.x + (isRight ? -1 : 1) * (nameGap + 2);
      return [
        {
          ...name,
          x,
          y: isLine ? point.y - nameGap : point.y,
          align: isRight ? ("right" as const) : ("left" as const),
        },
      ];
    }
    if (width < narrowBelow) return [{ ...name, x: chartArea.right, y: point.y - lineHeight, align: "right" as const }];
    return [{ ...name, x: point.x + nameGap + 2, y: point.y, align: "left" as const }];
  });
  if (kind !== "bars") keepApart(placed);
  // The rim keeps a name legible where a line runs behind it.
  ctx.strokeStyle = palette("panel");
  ctx.lineWidth = 4;
  ctx.lineJoin = "round";
  for (const { text, x, y, align, colour } of placed) {
    ctx.textAlign = align;
    ctx.fillStyle = palette(colour);
    const room = align === "left" ? width - x : x - chartArea.left;
    const shown = fitted(ctx, text, room);
    ctx.strokeText(shown, x, y);
    ctx.fillText(shown, x, y);
  }
  ctx.restore();
}

/** Moves names that would touch downwards, from the top one on; those that stand on different sides cannot touch. */
function keepApart(placed: { x: number; y: number; align: string }[]): void {
  const fromTop = [...placed].sort((one, other) => one.y - other.y);
  fromTop.forEach((name, index) => {
    const above = fromTop
      .slice(0, index)
      .filter(({ x, align }) => align === name.align && Math.abs(x - name.x) < nameWidth);
    const lowest = Math.max(...above.map(({ y }) => y));
    if (name.y - lowest < lineHeight) name.y = lowest + lineHeight;
  });
}

/** The text, cut with an ellipsis where it does not fit; the table and the tooltip hold the whole name. */
function fitted(ctx: CanvasRenderingContext2D, text: string, room: number): string {
  if (ctx.measureText(text).width <= room) return text;
  let cut = text;
  while (cut.length > 1 && ctx.measureText(`${cut}…`).width > room) cut = cut.slice(0, -1);
  return `${cut.trimEnd()}…`;
}
