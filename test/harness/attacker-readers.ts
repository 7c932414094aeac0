/** Who reads, and which files of a release they can open. */
import type { Figure } from "../../pipelines/contract.ts";

/** Somebody with the files they can open; `audience` is by which threshold those files were made. */
export interface Reader {
  name: string;
  audience: "signed_in" | "leaving";
  opens(path: string): boolean;
  hasAllSchools: boolean;
}

const common = ["catalogue.json", "trust.json", "leaving/trust.json"];

/** A governor or CPD lead of these schools: the trust's file and their own. */
export function readerOf(urns: readonly string[], all: readonly string[]): Reader {
  const paths = new Set([
    ...common,
    ...urns.flatMap((urn) => [`schools/${urn}.json`, `leaving/schools/${urn}.json`, `courses/${urn}.json`]),
  ]);
  return {
    name: `governor of ${urns.join(" and ")}`,
    audience: "signed_in",
    opens: (path) => paths.has(path),
    hasAllSchools: all.every((urn) => urns.includes(urn)),
  };
}

/** A trust executive: every figure that readers who sign in may see, and every paper. */
export const executive: Reader = {
  name: "trust executive",
  audience: "signed_in",
  opens: (path) => path.endsWith(".json") && path !== "suppression.json",
  hasAllSchools: true,
};

/** Anybody who holds all papers and never signs in. */
export const paperHolder: Reader = {
  name: "holder of the papers",
  audience: "leaving",
  opens: (path) => path === "catalogue.json" || path.startsWith("leaving/"),
  hasAllSchools: true,
};

/**
 * The figures in the files that a reader can open, each once: as it is shown, wherever it is shown in one of them.
 *
 * @param slices - the content of a release's files by path
 */
export function figuresFor(reader: Reader, slices: Readonly<Record<string, unknown>>): Figure[] {
  const figures = new Map<string, Figure>();
  for (const [path, slice] of Object.entries(slices)) {
    if (!reader.opens(path) || !isOfFigures(slice)) continue;
    for (const figure of slice.figures) {
      const { measure_id, school_urn, time_period, breakdown, category } = figure;
      const key = JSON.stringify([measure_id, school_urn, time_period, breakdown, category]);
      if (!figures.has(key) || figure.status !== "[c]") figures.set(key, figure);
    }
  }
  return [...figures.values()];
}

function isOfFigures(slice: unknown): slice is { figures: Figure[] } {
  return typeof slice === "object" && slice !== null && "figures" in slice;
}
