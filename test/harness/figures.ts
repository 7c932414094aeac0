/** Figures and measures for tests of words and charts, written as small text tables. */
import type { Benchmark, Figure, FigureStatus, PublishedMeasure } from "../../pipelines/contract.ts";
import { wilsonInterval } from "../../pipelines/measures/interval.ts";
import type { Place } from "../../src/sentences/place.ts";
import { inventedCatalogue } from "./release-measures.ts";

/** An invented measure by its id, with other settings where a test needs them. */
export function inventedMeasure(id: string, told: Partial<PublishedMeasure> = {}): PublishedMeasure {
  return { ...inventedCatalogue.measures.find((measure) => measure.id === id)!, ...told };
}

/**
 * Shares of one measure, a line each: `202526 | Total | 19 of 30`, with `[c]` and so on in place of the numbers or after them.
 * A line whose category is not `Total` belongs to the breakdown. The intervals are Wilson's.
 */
export function shares(measure_id: string, table: string, breakdown = "staff_group", school_urn = "900001"): Figure[] {
  const lines = table.trim().split("\n");
  return lines.map((line) => {
    const [year, category, words] = line.split("|").map((cell) => cell.trim()) as [string, string, string];
    const numbers = /(\d+) of (\d+)/.exec(words);
    const status = (/\[\w+\]/.exec(words)?.[0] ?? "") as FigureStatus;
    const [numerator, denominator] = numbers ? [Number(numbers[1]), Number(numbers[2])] : [null, null];
    const interval = numbers ? wilsonInterval(numerator!, denominator!) : null;
    return {
      measure_id,
      school_urn,
      time_period: Number(year),
      breakdown: category === "Total" ? "total" : breakdown,
      category,
      numerator,
      denominator,
      value: numbers ? numerator! / denominator! : null,
      lower: interval?.[0] ?? null,
      upper: interval?.[1] ?? null,
      invited: null,
      status,
      claim_grade: inventedMeasure(measure_id).claim_grade,
    };
  });
}

/** A school with some figures. */
export function schoolWith(figures: Figure[], benchmarks: Benchmark[] = []): Place {
  return { name: "Hawthorn Primary School", urn: "900001", figures, benchmarks };
}

/** A national figure of a measure. */
export function national(measure_id: string, time_period: number, value: number): Benchmark {
  return {
    measure_id,
    time_period,
    geography: "national",
    geography_name: "England",
    value,
    status: "",
    population: "State-funded schools",
    release_status: "final",
    publisher: "Department for Invented Statistics",
    source_title: "Invented results",
    source_url: null,
    licence: "Open Government Licence v3.0",
    retrieved_on: "2026-10-01",
  };
}
