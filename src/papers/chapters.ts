/** The sections of a paper with their parts, for a page that shows them together. */
import type { Block, Paper } from "./paper.ts";
import { plainHeading } from "./written.ts";

/** One section with its parts. */
export interface Chapter {
  /** The part of the address that leads to it. */
  id: string;
  heading: string;
  blocks: Block[];
  parts: { heading: string; blocks: Block[] }[];
  /** What stands out on a page: the decision, the whole in short, and what to ask. */
  role: "decision" | "short" | "ask" | "text";
}

const roles: Record<string, Chapter["role"]> = {
  "decision asked": "decision",
  "in short": "short",
  "in three sentences": "short",
  "what to ask": "ask",
};

/** The chapters of a paper, in its order; each has an id of its own. */
export function chaptersOf({ sections }: Pick<Paper, "sections">): Chapter[] {
  const chapters: Chapter[] = [];
  for (const { heading, blocks, isPart } of sections) {
    const last = chapters.at(-1);
    if (isPart && last) {
      last.parts.push({ heading, blocks });
      continue;
    }
    const key = plainHeading(heading);
    const id = key.replaceAll(" ", "-") || "section";
    const same = chapters.filter((chapter) => chapter.id === id || chapter.id.startsWith(`${id}-again-`)).length;
    chapters.push({
      id: same === 0 ? id : `${id}-again-${same}`,
      heading,
      blocks,
      parts: [],
      role: roles[key] ?? "text",
    });
  }
  return chapters;
}
