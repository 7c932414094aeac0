/** Editions: papers that went out, frozen with the figures they rest on. */
import { z } from "zod";
import { paperKinds } from "./paper.ts";

/**
 * The files of an edition by their names in its folder. Those under `open/` are for readers who may open the paper but do not belong
 * to its board: without what the board alone reads. They are there only where that makes a difference.
 */
export const editionFiles = ["paper.json", "paper.pdf", "paper.docx", "figures.xlsx"] as const;
export type EditionFile = (typeof editionFiles)[number];

const madeFile = z.strictObject({ sha256: z.string(), bytes: z.number().int() });

/** What an edition says of itself, in `published/editions/<number>/edition.json`. */
export const edition = z.strictObject({
  /** Counted over all editions, from 1. */
  number: z.number().int().min(1),
  kind: z.enum(paperKinds),
  place: z.strictObject({ urn: z.string().nullable(), name: z.string() }),
  /** Of a course report. */
  course_id: z.string().nullable(),
  /** An academic year as a number: 202526 is 2025/26. */
  time_period: z.number().int(),
  title: z.string(),
  meeting_on: z.iso.date().nullable(),
  /** The release it rests on, which is kept for as long as the edition is. */
  release_id: z.string(),
  made_on: z.iso.date(),
  /** Its record in Directus; null where nobody had written one. */
  record_id: z.string().nullable(),
  /** sha256 and size of each of its files by name. */
  files: z.record(z.string(), madeFile),
});
export type Edition = z.infer<typeof edition>;

/**
 * Whether two editions are of the same paper: one kind, place and year, one course, and one meeting, or one entry of the record, whose meeting
 * was put right in between. Nobody has to mark an edition as replaced, and none can be taken back.
 */
export function isOfSamePaper(one: Edition, other: Edition): boolean {
  return (
    one.kind === other.kind &&
    one.place.urn === other.place.urn &&
    one.course_id === other.course_id &&
    one.time_period === other.time_period &&
    (one.meeting_on === other.meeting_on || (one.record_id !== null && one.record_id === other.record_id))
  );
}

/** The latest edition of the same paper, where that is a later one; what went out is never taken back, only followed. */
export function replacementOf(one: Edition, all: readonly Edition[]): Edition | null {
  const later = all.filter((other) => other.number > one.number && isOfSamePaper(one, other));
  return later.sort((a, b) => b.number - a.number)[0] ?? null;
}

/** The edition before it of the same kind and place: that of the last meeting, or of the last year; null for the first. */
export function editionBefore(one: Edition, all: readonly Edition[]): Edition | null {
  const earlier = all.filter(
    (other) =>
      other.number < one.number &&
      other.kind === one.kind &&
      other.place.urn === one.place.urn &&
      other.course_id === one.course_id,
  );
  return earlier.sort((a, b) => b.number - a.number)[0] ?? null;
}

/** The address at which an edition is held against a later one, or against the paper as it stands now. */
export function differenceAddress(from: number, to: number | "now"): string {
  return `/papers/difference?from=${from}&to=${to}`;
}
