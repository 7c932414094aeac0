import type { ImportCollection } from "./kind.ts";

/** What an import has to know of a collection. */
interface CollectionFacts {
  /** What people call one of its records, and several. */
  words: readonly [one: string, many: string];
  /** Whether its records say which import wrote them. */
  hasBatch: boolean;
}

/** The collections that imports write to, each after those it refers to. */
export const collections: Record<ImportCollection, CollectionFacts> = {
  policy: { words: ["the policy's trust", "the policy's trust"], hasBatch: false },
  schools: { words: ["school", "schools"], hasBatch: true },
  providers: { words: ["provider", "providers"], hasBatch: false },
  staff: { words: ["member of staff", "members of staff"], hasBatch: true },
  programmes: { words: ["programme", "programmes"], hasBatch: false },
  subscriptions: { words: ["subscription", "subscriptions"], hasBatch: false },
  activities: { words: ["activity", "activities"], hasBatch: false },
  employments: { words: ["employment", "employments"], hasBatch: true },
  qualifications: { words: ["qualification", "qualifications"], hasBatch: true },
  participations: { words: ["participation", "participations"], hasBatch: true },
  costs: { words: ["cost", "costs"], hasBatch: true },
  // An answer that told its import would be told apart by it.
  evaluations: { words: ["answer", "answers"], hasBatch: false },
  outcomes: { words: ["published figure", "published figures"], hasBatch: true },
};

/** Their names, in that order. */
export const collectionNames = Object.keys(collections) as [ImportCollection, ...ImportCollection[]];

/** The name of a collection's key field. */
export function keyField(collection: ImportCollection): "urn" | "id" {
  return collection === "schools" ? "urn" : "id";
}

/** "1,204 participations". */
export function countOf(collection: ImportCollection, number: number): string {
  return `${number.toLocaleString("en-GB")} ${collections[collection].words[number === 1 ? 0 : 1]}`;
}
