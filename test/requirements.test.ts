import { existsSync, globSync, readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { collections } from "../directus/schema/record.ts";

const page = readFileSync("directus/requirements.md", "utf8");

/** How many requirements each chapter of the five policies' list has. */
const chapters = { A: 14, B: 15, C: 12, D: 12, E: 8, F: 12, G: 17, H: 3, I: 6, J: 5, K: 4, L: 1, M: 4, N: 3, O: 1 };

const rows = page
  .split("\n")
  .filter((line) => /^\| R-/.test(line))
  .map((line) => line.split("|").map((cell) => cell.trim()))
  .map(([, id, asked, where]) => ({ id: id!, asked: asked!, where: where! }));

const pages = new Set(
  globSync("**/*.{astro,ts}", { cwd: "src/pages" }).map(
    (file) => `/${file.replace(/\.(astro|ts)$/, "").replace(/(^|\/)index$/, "")}`,
  ),
);

/** Whether what a row points at is there. */
function exists(pointer: string): boolean {
  if (pointer.startsWith("/")) return pages.has(pointer);
  if (/^(directus|pipelines|src|test)\//.test(pointer)) return existsSync(pointer);
  if (pointer.startsWith("measures/")) return existsSync(`pipelines/${pointer}/definition.ts`);
  const [collection, field] = pointer.split(".");
  return collections.some(
    (one) => one.collection === collection && one.fields.some((candidate) => candidate.field === field),
  );
}

test("every requirement of the five policies has exactly one row, in order", () => {
  const ids = Object.entries(chapters).flatMap(([letter, count]) =>
    Array.from({ length: count }, (_, index) => `R-${letter}${index + 1}`),
  );
  expect(rows.map(({ id }) => id)).toEqual(ids);
});

describe.for(rows)("$id", ({ asked, where }) => {
  test("says what is asked, and points at what exists or says that it is not built", () => {
    expect(asked).toMatch(/\S/);
    const pointers = [...where.matchAll(/`([^`]+)`/g)].map(([, pointer]) => pointer!);
    expect(pointers.filter((pointer) => !exists(pointer))).toEqual([]);
    if (pointers.length === 0) expect(where).toMatch(/^Not built: /);
  });
});
