/** Where each school lies beside what everybody taken together shows. */
import type { Figure } from "../../pipelines/contract.ts";
import { funnelLimits, placeInFunnel } from "./funnel-limits.ts";
import { type OverDispersion, overDispersion } from "./over-dispersion.ts";

/** `inside` the 95% limits, `alert` beyond them, `alarm` beyond the 99.8% limits. */
export type FunnelPlace = "inside" | "alert" | "alarm";

/** One school in a funnel. */
export interface InFunnel<School> {
  school: School;
  figure: Figure;
  place: FunnelPlace;
}

/**
 * Places schools in the funnel around a share.
 *
 * @param centre - the share of the whole, between 0 and 1
 * @param figures - one share for each school at most, of one year; those without a value are left out. All of them tell how far
 *   schools differ, also those of schools that are not asked for
 */
export function schoolsInFunnel<School extends { urn: string }>(
  centre: number,
  schools: readonly School[],
  figures: readonly Figure[],
): { schools: InFunnel<School>[]; dispersion: OverDispersion } {
  const units = figures.flatMap((figure) => {
    const { value, denominator } = figure;
    return value === null || denominator === null || denominator < 1 ? [] : [{ figure, value, denominator }];
  });
  const dispersion = overDispersion(centre, units);
  const placed = schools.flatMap((school) => {
    const unit = units.find(({ figure }) => figure.school_urn === school.urn);
    if (!unit) return [];
    const limits = funnelLimits(centre, unit.denominator, dispersion.widening);
    return [{ school, figure: unit.figure, place: placeInFunnel(unit.value, limits) }];
  });
  return { schools: placed, dispersion };
}
