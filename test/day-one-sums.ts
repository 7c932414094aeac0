import type { RecordFields } from "../pipelines/import/kind.ts";

/**
 * The share of pupils at the expected standard over the schools that had a figure, and were in the trust when the year ended, in every
 * one of the years: Σ(share × pupils) / Σ pupils.
 *
 * @returns the schools' names in order, and a percentage with one decimal for each year
 */
export function expectedStandard(schools: RecordFields[], outcomes: RecordFields[], years: number[]) {
  const figureOf = (urn: unknown, year: number) =>
    outcomes.find(
      (row) =>
        row["school_urn"] === urn &&
        row["measure_code"] === "ks2_rwm_expected" &&
        row["time_period"] === year &&
        row["value"] !== null,
    );
  const isInTrust = (school: RecordFields, year: number) =>
    String(school["trust_joined_on"]) <= `20${year % 100}-08-31`;
  const same = schools.filter((school) =>
    years.every((year) => isInTrust(school, year) && figureOf(school["urn"], year)),
  );
  const shares = years.map((year) => {
    const figures = same.map((school) => figureOf(school["urn"], year)!);
    const pupils = figures.reduce((sum, row) => sum + Number(row["population"]), 0);
    const reached = figures.reduce((sum, row) => sum + Number(row["value"]) * Number(row["population"]), 0);
    return ((100 * reached) / pupils).toFixed(1);
  });
  return { schools: same.map((school) => String(school["name"])).sort(), shares };
}
