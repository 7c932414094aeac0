/** Pictures of pages, made small and compared with those that were kept, so that a page looks the same until somebody means it not to. */
import { createCanvas, ImageData, loadImage } from "@napi-rs/canvas";

/** In pixels of the page: the side of the square that becomes one cell of a kept picture. */
const cellSide = 4;

/** How far a cell may lie outside the colours around its place, of 255, before it counts as different. */
const leastStep = 24;

/** Colours are kept in steps of this, of 255, which makes the files a third as large. */
const colourStep = 8;

/**
 * What may differ of a picture: a share of its cells, and so many cells in one patch.
 *
 * Measured on five pages at 390 and 1440 pixels, as share and largest patch: drawn by the graphics card in place of software
 * 0.00% and 0; in another colour profile 0.002% and 2; with letters placed by half pixels 0.026% and 4; with other letters for
 * code 0.017% and 2. Against that: a card moved by 8 pixels 0.15% and 8, another accent 0.16% and 15, a heading gone
 * 0.18% and 75, one link in another colour 0.05% and 43, a chart not drawn 0.9% and 273, all moved by 8 pixels 6% and 264.
 */
export const allowed = { share: 0.001, patch: 12 };

/** A small picture: red, green and blue of each cell, row by row. */
export interface Small {
  width: number;
  height: number;
  cells: Uint8ClampedArray;
}

/** What a comparison found. */
export interface Difference {
  /** The share of cells that differ, from 0 to 1; cells that only one of the two has differ. */
  share: number;
  /** How many cells that touch one another differ, in the largest such patch. */
  patch: number;
  /** One for each cell of the larger picture, row by row: 1 where they differ. */
  places: Uint8Array;
  width: number;
  height: number;
}

/** Reads a PNG as it is. */
export async function readPicture(png: Buffer): Promise<Small> {
  const image = await loadImage(png);
  const canvas = createCanvas(image.width, image.height);
  canvas.getContext("2d").drawImage(image, 0, 0);
  const { data } = canvas.getContext("2d").getImageData(0, 0, image.width, image.height);
  return { width: image.width, height: image.height, cells: withoutAlpha(data) };
}

function withoutAlpha(data: Uint8ClampedArray): Uint8ClampedArray {
  const cells = new Uint8ClampedArray((data.length / 4) * 3);
  for (let from = 0, to = 0; from < data.length; from += 4, to += 3) {
    cells[to] = data[from]!;
    cells[to + 1] = data[from + 1]!;
    cells[to + 2] = data[from + 2]!;
  }
  return cells;
}

/** A picture with one cell for every square of `cellSide` pixels, in the mean of its colours; what is over at the edges is left out. */
export function shrink({ width, height, cells }: Small): Small {
  const small = { width: Math.floor(width / cellSide), height: Math.floor(height / cellSide) };
  const sums = new Float64Array(small.width * small.height * 3);
  for (let y = 0; y < small.height * cellSide; y += 1) {
    for (let x = 0; x < small.width * cellSide; x += 1) {
      const to = (Math.floor(y / cellSide) * small.width + Math.floor(x / cellSide)) * 3;
      const from = (y * width + x) * 3;
      for (let channel = 0; channel < 3; channel += 1) sums[to + channel]! += cells[from + channel]!;
    }
  }
  return { ...small, cells: Uint8ClampedArray.from(sums, toStep) };
}

/** The mean of a cell, in steps; white stays white. */
function toStep(sum: number): number {
  return Math.round(sum / cellSide ** 2 / colourStep) * colourStep;
}

/** A small picture as a PNG. */
export function pngOf({ width, height, cells }: Small): Buffer {
  const data = new Uint8ClampedArray(width * height * 4).fill(255);
  for (let at = 0; at < width * height; at += 1) data.set(cells.subarray(at * 3, at * 3 + 3), at * 4);
  const canvas = createCanvas(width, height);
  canvas.getContext("2d").putImageData(new ImageData(data, width, height), 0, 0);
  return canvas.toBuffer("image/png");
}

/** How far one picture's cell lies outside the colours that the other has at its place and right around it. */
function stepBetween(one: Small, other: Small, x: number, y: number): number {
  let most = 0;
  for (let channel = 0; channel < 3; channel += 1) {
    const value = one.cells[(y * one.width + x) * 3 + channel]!;
    let [least, greatest] = [255, 0];
    for (let near = Math.max(0, y - 1); near <= Math.min(other.height - 1, y + 1); near += 1) {
      for (let beside = Math.max(0, x - 1); beside <= Math.min(other.width - 1, x + 1); beside += 1) {
        const found = other.cells[(near * other.width + beside) * 3 + channel]!;
        least = Math.min(least, found);
        greatest = Math.max(greatest, found);
      }
    }
    most = Math.max(most, least - value, value - greatest);
  }
  return most;
}

/** Whether a cell has the very same colour in both; nearly all have. */
function isEqual(one: Small, other: Small, x: number, y: number): boolean {
  const [first, second] = [(y * one.width + x) * 3, (y * other.width + x) * 3];
  return [0, 1, 2].every((channel) => one.cells[first + channel] === other.cells[second + channel]);
}

/**
 * Compares two small pictures. A cell is the same where its colour lies among those around its place in the other picture:
 * edges of letters are drawn a little differently by every browser, and may begin between two pixels.
 */
export function compare(kept: Small, found: Small): Difference {
  const [width, height] = [Math.max(kept.width, found.width), Math.max(kept.height, found.height)];
  const places = new Uint8Array(width * height);
  let count = 0;
  for (let y = 0; y < height; y += 1) {
    for (let x = 0; x < width; x += 1) {
      const isInBoth = [kept, found].every((one) => x < one.width && y < one.height);
      if (isInBoth && isEqual(kept, found, x, y)) continue;
      const differs = !isInBoth || Math.max(stepBetween(kept, found, x, y), stepBetween(found, kept, x, y)) > leastStep;
      if (!differs) continue;
      places[y * width + x] = 1;
      count += 1;
    }
  }
  return { share: count / (width * height), patch: largestPatch(places, width), places, width, height };
}

/** Whether a difference is no more than another machine and another browser make. */
export function looksTheSame({ share, patch }: Difference): boolean {
  return share <= allowed.share && patch <= allowed.patch;
}

function largestPatch(places: Uint8Array, width: number): number {
  const left = Uint8Array.from(places);
  let largest = 0;
  for (const [start] of places.entries()) {
    if (left[start] === 0) continue;
    const waiting = [start];
    left[start] = 0;
    let size = 0;
    for (let at = waiting.pop(); at !== undefined; at = waiting.pop()) {
      size += 1;
      for (const next of [at - 1, at + 1, at - width, at + width]) {
        if (left[next] !== 1) continue;
        left[next] = 0;
        waiting.push(next);
      }
    }
    largest = Math.max(largest, size);
  }
  return largest;
}

/** A picture of a difference: the kept one, the new one, and the new one pale with the places that differ in magenta. */
export function drawDifference(kept: Small, found: Small, { places, width, height }: Difference): Buffer {
  const cells = new Uint8ClampedArray(width * 3 * height * 3).fill(255);
  const put = (column: number, x: number, y: number, colour: ArrayLike<number>) =>
    cells.set(colour, ((y * 3 + column) * width + x) * 3);
  for (let y = 0; y < height; y += 1) {
    for (let x = 0; x < width; x += 1) {
      [kept, found, found].forEach((one, column) => {
        if (x >= one.width || y >= one.height) return;
        const colour = one.cells.subarray((y * one.width + x) * 3, (y * one.width + x) * 3 + 3);
        put(column, x, y, column < 2 ? colour : colour.map((value) => 191 + value / 4));
      });
      if (places[y * width + x] === 1) put(2, x, y, [214, 0, 147]);
    }
  }
  return pngOf({ width: width * 3, height, cells });
}
