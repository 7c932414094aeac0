/** How much room a picture of a paper takes on a page. */
import type { PlainChart } from "../charts/plain-chart.ts";

/** Bars take room by how many there are, everything else as much as a trend needs. */
export function sizeOfPicture({ options, data }: PlainChart): "small" | "medium" | "large" {
  if (options.indexAxis !== "y") return "small";
  return (data.labels?.length ?? 0) > 6 ? "large" : "medium";
}
