/** The levels of the evaluation model, always by the policy's names and in its order. */
import type { Level, PolicyWords, PublishedMeasure } from "../../pipelines/contract.ts";

/** One level with its measures. */
export interface LevelGroup {
  level: Level;
  /** The policy's name for it. */
  name: string;
  measures: PublishedMeasure[];
}

/** A level as the policy calls it; what is provided has no level of its own in the policies, and comes first. */
export function levelName(policy: PolicyWords, level: Level): string {
  return policy.levels.find((named) => named.level === level)?.name ?? "Provision";
}

/** Every level that has a measure, provision first and then in the policy's order. */
export function byLevel(policy: PolicyWords, measures: readonly PublishedMeasure[]): LevelGroup[] {
  const order = policy.levels.map(({ level }) => level);
  const levels = order.includes("provision") ? order : (["provision", ...order] as const);
  return levels
    .map((level) => ({
      level,
      name: levelName(policy, level),
      measures: measures.filter((measure) => measure.level === level),
    }))
    .filter(({ measures }) => measures.length > 0);
}

/** What each level looks at, and what it is called in the evaluation models that a reader may know. */
export const levelCrosswalk: Record<Level, string> = {
  provision: "What was offered, to whom, and what it cost.",
  reactions: "What those who took part thought of it. Guskey’s and Kirkpatrick’s level 1.",
  learning:
    "What they learnt, and whether they use it in their role. Guskey’s levels 2 and 4; Kirkpatrick’s levels 2 and 3.",
  outcomes: "What is different for pupils: results, and also wellbeing and confidence. Guskey’s level 5.",
  organisation:
    "Whether the organisation supported it and changed with it: time, recognition, staying, value for money. Guskey’s level 3.",
};
