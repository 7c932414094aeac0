/** Rules about the data that do not hold, in words, and which measures they concern. */
import type { Check, PublishedMeasure, Release } from "../../pipelines/contract.ts";
import { counted } from "../format.ts";

/** How bad a broken rule is, as readers see it: an error makes figures wrong, a warning is for somebody to look at. */
export const severityWords: Record<Check["severity"], string> = { error: "Error", warning: "Warning" };

/** Severities in a sentence: `an error makes …`. */
export const severityMeanings: Record<Check["severity"], string> = {
  error: "something that cannot be so; figures that count those records are wrong or leave them out",
  warning: "something that may be so and is worth a look; the figures leave out what they cannot place",
};

/** The checks that do not hold, errors first. */
export function failingChecks({ checks }: Pick<Release, "checks">): Check[] {
  const failing = checks.filter(({ passed }) => !passed);
  return [
    ...failing.filter(({ severity }) => severity === "error"),
    ...failing.filter(({ severity }) => severity !== "error"),
  ];
}

/** The failing checks whose broken records a measure counts. */
export function checksOf({ lineage }: Pick<PublishedMeasure, "lineage">, release: Pick<Release, "checks">): Check[] {
  return failingChecks(release).filter(({ collections: [broken] }) => broken && lineage.collections.includes(broken));
}

/** `2 checks of the data do not hold (one error, one warning)`; null when all do. */
export function failingWords(failing: readonly Check[]): string | null {
  if (failing.length === 0) return null;
  const errors = failing.filter(({ severity }) => severity === "error").length;
  const kinds = [
    ...(errors > 0 ? [counted(errors, "error")] : []),
    ...(failing.length > errors ? [counted(failing.length - errors, "warning")] : []),
  ];
  const verb = failing.length === 1 ? "does" : "do";
  const count = failing.length === 1 ? "One check" : `${failing.length} checks`;
  return `${count} of the data ${verb} not hold (${kinds.join(", ")})`;
}
