/**
 * In which batches answers enter the figures.
 *
 * A batch is at least the threshold many answers that say the same of whoever gave them: their school, staff group and programme, or
 * less. Every figure of answers is a sum of whole batches, and a batch never changes once it is made. So whatever figures a reader
 * adds, subtracts or compares, of one release or of several, nothing smaller than a batch can be told apart.
 */
import { groupBy } from "../import/group.ts";
import type { Warehouse } from "../warehouse.ts";

/** The answers of one wave of one activity (or of a survey) that say the same of whoever gave them. */
export interface AnswerPiece {
  piece_id: number;
  wave: string;
  academic_year: number;
  /** The day from which they may count. */
  closed_on: string;
  school_urn: string | null;
  staff_group: string | null;
  programme: string | null;
  answers: number;
}

/** What the figures may say of the answers of a batch. */
interface Tier {
  school: boolean;
  group: boolean;
  programme: boolean;
}

/** A piece that counts: in which batch, and what of it the figures may say. */
export interface AdmittedPiece extends Tier {
  piece_id: number;
  batch_id: number;
}

/** From all that an answer says to nothing: what is given up first is what readers miss least. */
const tiers: readonly Tier[] = [
  { school: true, group: true, programme: true },
  { school: true, group: false, programme: true },
  { school: true, group: true, programme: false },
  { school: true, group: false, programme: false },
  { school: false, group: false, programme: true },
  { school: false, group: false, programme: false },
];
const [finest, ...coarser] = tiers as [Tier, ...Tier[]];

/**
 * Puts answers into batches in the order in which they may count. Those that say the same make a batch as soon as they are enough. Those
 * that are left over at the end of a term (of a year, for follow-ups) are put together with others and say less. What is still too few waits for
 * the next.
 *
 * Nothing that comes later changes a batch: it depends on no answer of a later day.
 *
 * @param pieces - of closed waves, in any order
 * @param threshold - the fewest answers of a batch
 * @param today - ISO date; a term that it is in has not ended
 * @returns the pieces that count, in the order of their batches
 */
export function batchAnswers(pieces: readonly AnswerPiece[], threshold: number, today: string): AdmittedPiece[] {
  const admitted: AdmittedPiece[] = [];
  let batches = 0;
  for (const [, ofWave] of groups(pieces, ({ wave, academic_year }) => `${wave} ${academic_year}`)) {
    let waiting: AnswerPiece[] = [];
    const admit = (tier: Tier) => {
      for (const [name, alike] of groups(waiting, (piece) => nameIn(tier, piece))) {
        if (name === "" || alike.reduce((sum, { answers }) => sum + answers, 0) < threshold) continue;
        batches += 1;
        admitted.push(...alike.map(({ piece_id }) => ({ piece_id, batch_id: batches, ...tier })));
        waiting = waiting.filter((piece) => !alike.includes(piece));
      }
    };
    const patience = patienceOf[ofWave[0]!.wave] ?? termOf;
    const days = groups(ofWave, ({ closed_on }) => closed_on);
    for (const [index, [day, closed]] of days.entries()) {
      waiting.push(...closed);
      admit(finest);
      const next = days[index + 1]?.[0] ?? today;
      if (patience(day) !== patience(next)) coarser.forEach(admit);
    }
  }
  return admitted;
}

/** What a batch of this tier says, as one text; empty where the piece itself does not say what the tier is there for. */
function nameIn(tier: Tier, { school_urn, staff_group, programme }: AnswerPiece): string {
  if (tier !== finest && tier.school && school_urn === null) return "";
  if (!tier.school && tier.programme && programme === null) return "";
  return JSON.stringify([tier.school && school_urn, tier.group && staff_group, tier.programme && programme]);
}

/** Terms of four months: `2026-3` is September to December 2026. */
function termOf(day: string): string {
  return `${day.slice(0, 4)}-${Math.ceil(Number(day.slice(5, 7)) / 4)}`;
}

/** The calendar year in which the academic year of a day ends. */
function yearOf(day: string): string {
  return String(Number(day.slice(0, 4)) + (day.slice(5, 7) >= "09" ? 1 : 0));
}

/** How long left-overs wait for others like them. A follow-up asks few people and is read by the year; a survey has no next time. */
const patienceOf: Record<string, (day: string) => string> = { follow_up: yearOf, staff_survey: (day) => day };

/** Items by a key, in the order of the keys, and within one in their own. */
function groups<T>(items: readonly T[], keyOf: (item: T) => string): [string, T[]][] {
  return [...groupBy(items, keyOf)].sort(([one], [other]) => (one < other ? -1 : 1));
}

/** Makes `marts.answer_batches`, one row per piece of `marts.closed_answers` that counts. */
export async function makeAnswerBatches(warehouse: Warehouse): Promise<void> {
  const pieces = await warehouse.rows<AnswerPiece>(`
    select
        piece_id, wave, academic_year, closed_on, school_urn, staff_group, programme, count(*)::integer as answers
    from marts.closed_answers
    group by all
    order by piece_id`);
  const [settings] = await warehouse.rows<{ threshold_signed_in: number; today: string }>(
    "select threshold_signed_in, today from marts.settings",
  );
  await warehouse.run(`create table marts.answer_batches (
    piece_id integer, batch_id integer, school boolean, "group" boolean, programme boolean)`);
  const { threshold_signed_in, today } = settings!;
  // A leader's close-out has a name under it: nothing is gained by waiting for others.
  const own = pieces.filter(({ wave }) => wave === "close_out");
  const batches = batchAnswers(
    pieces.filter(({ wave }) => wave !== "close_out"),
    threshold_signed_in,
    today,
  );
  const rows = [...batches, ...own.map(({ piece_id }, index) => ({ piece_id, batch_id: -index - 1, ...finest }))];
  await warehouse.insert("marts.answer_batches", rows as unknown as Record<string, unknown>[]);
}
