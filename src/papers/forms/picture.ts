/** Charts for papers: the charts of the pages, drawn without a browser. */
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { createCanvas, GlobalFonts, loadImage, SvgExportFlag } from "@napi-rs/canvas";
import { draw } from "../../charts/draw.ts";
import type { PlainChart } from "../../charts/plain-chart.ts";
import { paperColours } from "./colours.ts";
import { withEveryYear } from "./every-year.ts";

/** Where the face of papers is, as files that everything here can read. */
export const fontFolder = dirname(
  createRequire(import.meta.url).resolve("@expo-google-fonts/public-sans/package.json"),
);

/** The face of papers: that of the pages. */
export const fontFamily = "Public Sans";

for (const weight of ["400Regular", "600SemiBold"])
  GlobalFonts.registerFromPath(join(fontFolder, weight, `PublicSans_${weight}.ttf`), fontFamily);

/** In pixels; a chart is as wide as the text. */
export interface Size {
  width: number;
  height: number;
}

const rowHeight = 32;
const axisHeight = 62;

/**
 * The room a chart takes on paper: bars by how many there are, everything else a third as tall as the text is wide.
 *
 * @param isHalf - whether another chart stands beside it
 */
export function sizeOf({ options, data }: PlainChart, isHalf = false): Size {
  const rows = data.labels?.length ?? 0;
  const width = isHalf ? 400 : 620;
  return { width, height: options.indexAxis === "y" ? axisHeight + rows * rowHeight : 190 };
}

/** Drawing takes most of the time, and a paper's charts stand in several of its forms. */
const drawn = { whole: new WeakMap<PlainChart, string>(), half: new WeakMap<PlainChart, string>() };

/**
 * A chart as vectors: an SVG whose letters are shapes, so that it needs no font. The same chart gives the same text.
 *
 * @param isHalf - whether another chart stands beside it
 */
export function vectorOf(chart: PlainChart, isHalf = false): string {
  const known = drawn[isHalf ? "half" : "whole"];
  const vector = known.get(chart) ?? drawnAt(chart, sizeOf(chart, isHalf), isHalf);
  known.set(chart, vector);
  return vector;
}

function drawnAt(plain: PlainChart, size: Size, isHalf: boolean): string {
  const { width, height } = size;
  const chart = withEveryYear(plain, width, isHalf);
  const canvas = createCanvas(width, height, SvgExportFlag.ConvertTextToPaths);
  // Chart.js asks of a canvas only what both kinds of canvas can do; its types know the browser's alone.
  const shown = draw(canvas as unknown as HTMLCanvasElement, chart, (name) => paperColours[name], fontFamily);
  const content = canvas.getContent().toString();
  shown.destroy();
  // The canvas numbers its clips on from picture to picture.
  const names = [...new Set(content.match(/\bcl_[0-9a-f]+\b/g))];
  // Shapes of letters are most of a chart: a hundredth of a pixel is as fine as any printer, and half as long.
  return content
    .replaceAll(/\bcl_[0-9a-f]+\b/g, (name) => `clip-${names.indexOf(name)}`)
    .replaceAll(/\d+\.\d{3,}/g, (number) => String(Number(Number(number).toFixed(2))))
    .replaceAll(/\n\t*/g, "\n");
}

/** A picture of `vectorOf` as a PNG of twice its size, for programs that show no vectors. */
export async function pixelsOf(vector: string, { width, height }: Size): Promise<Buffer> {
  const canvas = createCanvas(width * 2, height * 2);
  const context = canvas.getContext("2d");
  context.fillStyle = paperColours.panel;
  context.fillRect(0, 0, width * 2, height * 2);
  context.drawImage(await loadImage(Buffer.from(vector)), 0, 0, width * 2, height * 2);
  return canvas.toBuffer("image/png");
}
