import { existsSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import type { FigureBook } from "../src/papers/forms/sheet.ts";
import { Workshop } from "../src/papers/workshop.ts";
import { inventedPaper } from "./harness/paper.ts";

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "cpd-workshop-"));
});
afterAll(() => rmSync(folder, { recursive: true }));

const book: FigureBook = { paper: inventedPaper(), figures: [], measures: [], threshold: 10 };

/** A program that ends without a word as often as it is told to, and then answers. */
function endingProgram(name: string, times: number): string {
  const path = join(folder, `${name}.mjs`);
  const seen = (time: number) => JSON.stringify(join(folder, `${name}-${time}`));
  const ends = Array.from({ length: times }, (_, time) => `if (!existsSync(${seen(time)})) end(${seen(time)});`);
  writeFileSync(
    path,
    `import { existsSync, writeFileSync } from "node:fs";
const end = (path) => { writeFileSync(path, ""); process.exit(); };
process.on("message", ({ id, book }) => { ${ends.join(" ")} process.send({ id, made: { paper: book.paper, pages: 1, files: {} } }); });
process.on("disconnect", () => process.exit());
`,
  );
  return path;
}

test("a program that ends as it is asked is started and asked again, with everything it was asked", async () => {
  const workshop = new Workshop(endingProgram("once", 1));
  const made = await Promise.all([workshop.make(book, ["pdf"]), workshop.make(book, [])]);
  expect(made.map(({ pages }) => pages)).toEqual([1, 1]);
  expect(existsSync(join(folder, "once-0"))).toBe(true);
});

test("a program that ends each time it is asked is a fault", async () => {
  await expect(new Workshop(endingProgram("always", 5)).make(book, [])).rejects.toThrow("has stopped");
  expect(existsSync(join(folder, "always-2"))).toBe(false);
});
