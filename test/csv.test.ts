import Papa from "papaparse";
import { expect, test } from "vitest";
import { type Figure, figureColumns } from "../pipelines/contract.ts";
import { asCsv } from "../src/server/figures.ts";
import { inventedRelease } from "./harness/release.ts";

const [teachers] = inventedRelease().schools[0]!.figures.filter((figure) => figure.category === "Teachers");

test("a CSV of figures has the published columns, in the published order", () => {
  expect(asCsv([]).trimEnd().split(",")).toEqual(figureColumns);
});

test("a suppressed figure is its mark and empty cells, never a zero", () => {
  const hidden: Figure = {
    ...teachers!,
    status: "[c]",
    numerator: null,
    denominator: null,
    value: null,
    lower: null,
    upper: null,
  };
  expect(asCsv([hidden]).trimEnd().split("\r\n")[1]).toBe(
    "participation_coverage,900001,202223,staff_group,Teachers,,,,,,,[c],1",
  );
});

test("what comes out goes in again unchanged", () => {
  const figures = inventedRelease().schools[1]!.figures;
  const { data } = Papa.parse<Record<string, string>>(asCsv(figures), { header: true, skipEmptyLines: true });
  expect(data).toHaveLength(figures.length);
  expect(data.map((row) => row["value"])).toEqual(figures.map(({ value }) => (value === null ? "" : String(value))));
});

test.for(["=1+1", "+44", "-cmd", "@SUM(A1)", "\t=1"])(
  "a text that begins %j is not run by a spreadsheet",
  (category) => {
    expect(asCsv([{ ...teachers!, category }])).toContain(`"'${category}"`);
  },
);

test("a negative number stays a number", () => {
  expect(asCsv([{ ...teachers!, value: -0.25 }])).toContain(",-0.25,");
});
