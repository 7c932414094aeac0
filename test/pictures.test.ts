import { createCanvas, type SKRSContext2D } from "@napi-rs/canvas";
import { expect, test } from "vitest";
import { compare, drawDifference, looksTheSame, pngOf, readPicture, type Small, shrink } from "./pictures.ts";

/** A page as large as a telephone's: a heading, a card with lines of words, and a chart; `change` draws over it. */
async function pageWith({ left = 20, down = 0, accent = "#0b5c6b", hasChart = true } = {}): Promise<Small> {
  const canvas = createCanvas(400, 800);
  const pen: SKRSContext2D = canvas.getContext("2d");
  pen.fillStyle = "#fbfaf7";
  pen.fillRect(0, 0, 400, 800);
  pen.translate(0, down);
  pen.fillStyle = "#ffffff";
  pen.fillRect(left, 100, 340, 300);
  pen.fillStyle = "#1c2128";
  // Words, as far as a small picture shows them: dark strokes with soft edges.
  for (let line = 0; line < 8; line += 1)
    for (let stroke = 0; stroke < 60; stroke += 1) pen.fillRect(left + 20 + stroke * 5.1, 130.3 + line * 26, 1.7, 11.4);
  pen.strokeStyle = accent;
  pen.lineWidth = 3;
  if (hasChart) for (let bar = 0; bar < 5; bar += 1) pen.strokeRect(40, 460 + bar * 50, 200 + bar * 20, 30);
  return shrink(await readPicture(canvas.toBuffer("image/png")));
}

test("a picture is the same as itself, also after it was kept as a file, and where letters begin between two pixels", async () => {
  const page = await pageWith();
  expect(compare(page, page)).toMatchObject({ share: 0, patch: 0 });
  expect(compare(page, await readPicture(pngOf(page)))).toMatchObject({ share: 0, patch: 0 });
  expect(looksTheSame(compare(page, await pageWith({ left: 20.4 })))).toBe(true);
});

test.for([
  ["a card moved by eight pixels", { left: 28 }],
  ["everything eight pixels lower", { down: 8 }],
  ["another accent", { accent: "#7d8490" }],
  ["a chart that is missing", { hasChart: false }],
] as const)("%s is a difference", async ([, change]) => {
  expect(looksTheSame(compare(await pageWith(), await pageWith(change)))).toBe(false);
});

test("what only one of two pictures has is different, and the picture of the difference shows where", async () => {
  const page = await pageWith();
  const shorter = {
    ...page,
    height: page.height - 10,
    cells: page.cells.slice(0, (page.height - 10) * page.width * 3),
  };
  const difference = compare(page, shorter);
  expect([difference.patch, difference.height]).toEqual([10 * page.width, page.height]);
  const drawn = await readPicture(drawDifference(page, shorter, difference));
  expect([drawn.width, drawn.height]).toEqual([page.width * 3, page.height]);
  const last = ((page.height - 1) * 3 + 2) * page.width * 3;
  expect([...drawn.cells.slice(last, last + 3)]).toEqual([214, 0, 147]);
});
