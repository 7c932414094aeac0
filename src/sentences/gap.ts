import type { Figure, PublishedMeasure } from "../../pipelines/contract.ts";
import { isHigherOfMany } from "../statistics/chance.ts";
import { tooLittle } from "../statistics/too-little.ts";

/** The lowest and the highest category of a share, where they differ by more than chance; null where they do not, or it cannot be told. */
export function widestGap(
  measure: Pick<PublishedMeasure, "unit" | "interval">,
  categories: readonly Figure[],
): [least: Figure, most: Figure] | null {
  if (measure.unit !== "percent") return null;
  const shown = categories
    .filter(({ value, status }) => value !== null && status !== "[low]")
    .filter((figure) => !tooLittle(measure, figure))
    .sort((one, other) => one.value! - other.value!);
  const [least, most] = [shown.at(0), shown.at(-1)];
  return least && most && isHigherOfMany(most, least) ? [least, most] : null;
}
