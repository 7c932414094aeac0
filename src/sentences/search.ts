/** Finding a measure by words. */
import type { PublishedMeasure } from "../../pipelines/contract.ts";

/** The measures that have every word of what was typed somewhere in what they say of themselves; all of them for no words. */
export function measuresWith(typed: string, measures: readonly PublishedMeasure[]): PublishedMeasure[] {
  const words = typed.toLowerCase().split(/\s+/).filter(Boolean);
  return measures.filter((measure) => {
    const { id, title, question, numerator, denominator, source, breakdowns } = measure;
    const text = [id, title, question, numerator, denominator, source, ...breakdowns].join(" ").toLowerCase();
    return words.every((word) => text.includes(word));
  });
}
