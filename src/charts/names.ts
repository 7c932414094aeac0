/** Names written beside lines, bars and points, in place of a legend. */
import type { Chart } from "chart.js";
import type { Palette } from "./marks.ts";
import type { Marks } from "./plain-chart.ts";

/** In pixels: between a point and its name. */
export const nameGap = 10;
/** In pixels: from one name to the next below it. */
export const lineHeight = 15;
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

/** The room that names need above the plot: in a narrow chart of lines they stand there one under another, so that none covers a point. */
export function roomAbove(chart: Chart, { names }: Marks): number {
  return isKeyed(chart, names.length) ? names.length * lineHeight + nameGap : 0;
}

/** Whether names stand above the plot, each with a sign of its line. */
function isKeyed(chart: Chart, names: number): boolean {
  return kindOf(chart) === "line" && chart.width < narrowBelow && names > 1;
}

/** How a line looks, in one sign: ours has large points, others none or small ones, published ones are dashed. */
function signOf(pointRadius: number, dashes: number): string {
  if (pointRadius > 4) return "●";
  return dashes > 0 ? "┄" : "—";
}

/** Writes every name, none over another. */
export function drawNames(chart: Chart, { names, ranges }: Marks, palette: Palette): void {
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
          y: isLine ? clearOfPoints(chart, name.text, point.y) : point.y,
          align: isRight ? ("right" as const) : ("left" as const),
        },
      ];
    }
    if (isKeyed(chart, names.length)) {
      const { pointRadius = 0, borderDash = [] } = chart.data.datasets[name.dataset] as {
        pointRadius?: number;
        borderDash?: number[];
      };
      const sign = signOf(pointRadius, borderDash.length);
      const y = lineHeight / 2 + names.indexOf(name) * lineHeight;
      return [{ ...name, text: `${sign} ${name.text}`, x: chartArea.left, y, align: "left" as const }];
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

/** Where a name at the right end of a line covers no point: the nearest place above or below the line, else just above it. */
function clearOfPoints(chart: Chart, text: string, y: number): number {
  const { left, right, top, bottom } = chart.chartArea;
  const from = Math.max(left, right - chart.ctx.measureText(text).width) - nameGap;
  const points = chart.data.datasets
    .flatMap((dataset, index) => ("showLine" in dataset && dataset.showLine ? [] : chart.getDatasetMeta(index).data))
    .filter(({ x }) => x > from);
  const places = [1, 2, 3, 4].flatMap((steps) => [y - steps * nameGap, y + steps * nameGap]);
  const isFree = (place: number) =>
    place > top && place < bottom && points.every((point) => Math.abs(point.y - place) > lineHeight);
  return places.find(isFree) ?? y - nameGap;
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

function kindOf(chart: Chart): "bars" | "funnel" | "line" {
  if (chart.options.indexAxis === "y") return "bars";
  return "type" in chart.config && chart.config.type === "scatter" ? "funnel" : "line";
}

/** The font of a chart's own words. */
export function fontOf(chart: Chart, weight = "600"): string {
  const { family } = chart.options.font as { family: string };
  return `${weight} 13px ${family}`;
}
