import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { expect, test } from "vitest";
import type { Figure } from "../pipelines/contract.ts";
import { readEarlierFigures } from "../pipelines/release/earlier.ts";

const figure: Figure = {
  measure_id: "invented",
  school_urn: null,
  time_period: 202526,
  breakdown: "total",
  category: "Total",
  numerator: 10,
  denominator: 20,
  value: 0.5,
  lower: null,
  upper: null,
  invited: null,
  status: "",
  claim_grade: 0,
};

test("the live release and every other that hid something else are known, the newest first", async () => {
  const published = mkdtempSync(join(tmpdir(), "cpd-earlier-"));
  const write = (path: string, content: unknown) => {
    mkdirSync(dirname(join(published, path)), { recursive: true });
    writeFileSync(join(published, path), typeof content === "string" ? content : JSON.stringify(content));
  };
  const release = (id: string, day: number, hidden: string, denominator: number) => {
    const about = { id, as_of: "2026-11-20", records_up_to: null, made_at: `2026-11-${day}T08:00:00.000Z` };
    const files = { "leaving/trust.json": { sha256: "", bytes: 0 }, "suppression.json": { sha256: hidden, bytes: 0 } };
    const rest = { row_counts: {}, rejects: [], checks: [], suppression: [], files };
    write(`releases/${id}/release.json`, { ...about, ...rest });
    write(`releases/${id}/leaving/trust.json`, { figures: [{ ...figure, denominator }] });
    write(`releases/${id}/suppression.json`, { cells: [] });
  };
  expect(await readEarlierFigures(published)).toEqual([]);
  release("oldest", 10, "another", 1);
  release("older", 11, "the same", 2);
  release("live", 12, "the same", 3);
  release("newest", 13, "a third", 4);
  write("releases/damaged/release.json", "{");
  write("current", "live");
  const earlier = await readEarlierFigures(published);
  const shown = earlier.flatMap(({ leaving }) => leaving.map(({ denominator }) => denominator));
  expect(shown).toEqual([3, 4, 1]);
  rmSync(published, { recursive: true });
});
