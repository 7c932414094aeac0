import { z } from "zod";
import type {
  Benchmark,
  ChartEvent,
  CycleSlice,
  Figure,
  PolicyWords,
  PublishedMeasure,
  School,
  SuppressionSlice,
} from "../contract.ts";
import {
  catalogue,
  comparisonsSlice,
  leavingSlice,
  policyWords,
  schoolSlice,
  suppressionSlice,
  trustSlice,
} from "../contract.ts";
import { sliceCycle } from "./cycle-slices.ts";
import { type DutySlices, sliceDuties } from "./duty-slices.ts";

/** Everything that readers may see, before it is divided by who may see it. */
export interface Publishable extends DutySlices {
  /** What else a policy holds stays behind. */
  policy: PolicyWords;
  measures: PublishedMeasure[];
  schools: School[];
  /** After disclosure control. */
  figures: Figure[];
  /** The same as they may leave the log-in. */
  leaving: Figure[];
  suppressed: SuppressionSlice["cells"];
  benchmarks: Benchmark[];
  events: ChartEvent[];
  /** The yearly cycle of the whole organisation; left out, no file holds any. */
  cycle?: CycleSlice | undefined;
}

/**
 * Divides what is published into files by who may open them, and orders every list, so that the same content is the same bytes.
 *
 * @returns the content of each file by its path inside the release
 * @throws ZodError when something is not as contract.ts says, which is a bug of ours
 */
export function sliceRelease(all: Publishable): Record<string, unknown> {
  const schools = [...all.schools].sort((one, other) => compare(one.urn, other.urn));
  const benchmarks = sortBy(all.benchmarks, ["measure_id", "time_period", "geography", "geography_name"]);
  const events = sortBy(all.events, ["on", "school_urn", "label"]);
  // Within a year they stay in the order of their measure: the total, then its breakdowns as the definition names them.
  const figures = sortBy(all.figures, ["measure_id", "school_urn", "time_period"]);
  const leaving = sortBy(all.leaving, ["measure_id", "school_urn", "time_period"]);
  const leavingOf = (urn: string | null) =>
    leavingSlice.parse({ figures: leaving.filter((figure) => figure.school_urn === urn) });
  const perSchool = schools.map((school) => [
    `schools/${school.urn}.json`,
    schoolSlice.parse({
      school,
      figures: figures.filter((figure) => figure.school_urn === school.urn),
      benchmarks: benchmarks.filter((benchmark) => isFor(benchmark, school)),
      events: events.filter((event) => event.school_urn === null || event.school_urn === school.urn),
    }),
  ]);
  return {
    "catalogue.json": catalogue.parse({
      policy: z.object(policyWords.shape).parse(all.policy),
      measures: all.measures,
    }),
    "trust.json": trustSlice.parse({
      schools,
      figures: figures.filter((figure) => figure.school_urn === null),
      benchmarks,
      events: events.filter((event) => event.school_urn === null),
    }),
    ...Object.fromEntries(perSchool),
    "comparisons.json": comparisonsSlice.parse({
      schools,
      figures: figures.filter((figure) => figure.school_urn !== null && figure.breakdown === "total"),
    }),
    "leaving/trust.json": leavingOf(null),
    ...Object.fromEntries(schools.map(({ urn }) => [`leaving/schools/${urn}.json`, leavingOf(urn)])),
    "suppression.json": suppressionSlice.parse({ cells: all.suppressed }),
    ...sliceDuties(
      schools.map(({ urn }) => urn),
      all,
    ),
    ...sliceCycle(
      schools.map(({ urn }) => urn),
      all.cycle,
    ),
  };
}

/** A school is compared with its own local authority, not with those of the trust's other schools. */
function isFor(benchmark: Benchmark, school: School): boolean {
  return benchmark.geography !== "local_authority" || benchmark.geography_name === school.local_authority;
}

function sortBy<T>(items: T[], keys: (keyof T)[]): T[] {
  return [...items].sort((one, other) => {
    for (const key of keys) {
      const order = compare(one[key], other[key]);
      if (order !== 0) return order;
    }
    return 0;
  });
}

/** By code unit, because a language's own order differs from machine to machine; null comes first. */
function compare(one: unknown, other: unknown): number {
  if (one === other) return 0;
  if (one === null) return -1;
  if (other === null) return 1;
  return (one as string) < (other as string) ? -1 : 1;
}
