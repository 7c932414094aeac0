/** What the last meeting saw: the edition that a place's readers compare today with. */
import type { Edition } from "../papers/editions.ts";

/** The papers that tell of a place as a whole, the one that a meeting reads first. */
const kinds: readonly Edition["kind"][] = ["board_paper", "annual_report"];

/**
 * The latest board paper of a place that went out, or else its latest annual report; null where neither did.
 *
 * @param urn - null: the trust
 */
export function lastPaperOf(editions: readonly Edition[], urn: string | null): Edition | null {
  const ofPlace = editions.filter(({ place }) => place.urn === urn).sort((one, other) => other.number - one.number);
  return kinds.map((kind) => ofPlace.find((edition) => edition.kind === kind)).find(Boolean) ?? null;
}

/** Where the differences between an edition and today's figures are. */
export function sinceAddress({ number }: Pick<Edition, "number">): string {
  return `/papers/difference?from=${number}&to=now`;
}
