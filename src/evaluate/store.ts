/**
 * Storing an answer so that it counts once and leads to nobody. Nothing may join an answer to its invitation, so two records are written
 * in turn: first the invitation says that an answer came, and only who made it say so stores one. If the site or the record stops in
 * between, the answer is not there, and whoever next sends an answer, or follows a used link, first lets that link work again.
 */
import { setTimeout as wait } from "node:timers/promises";
import { RecordUnreachable } from "../data/content.ts";
import {
  type Answer,
  type AnswerGroup,
  fillPlaces,
  findPlace,
  planPlaces,
  readBatchSizes,
  reservePlace,
} from "../data/evaluations.ts";
import { type Invitation, markAnswered, readInvitation, reopen } from "../data/invitations.ts";
import { noteUnfinished, readUnfinished, type Unfinished } from "../data/unfinished.ts";
import { chooseBatch } from "./batches.ts";
import { inTurn } from "./in-turn.ts";

/** An answer before it is known which batch it joins, and which school and staff group it may carry. */
export interface Sent extends Pick<Answer, "questionnaire" | "scale_id" | "answers"> {
  /** Whether the wave is over. */
  isLate: boolean;
  threshold: number;
}

const pausesMs = [250, 1000];
/** One turn for all: what an earlier answer left is settled while no other is on its way. */
const turn = "answers";

const groupOf = ({ activity_id, wave, survey_period }: Invitation): AnswerGroup => ({
  activity_id,
  wave,
  survey_period,
});

/** Lets the link work again whose answer did not arrive; only the group's own turn may ask. */
async function settle({ invitationId, forget }: Unfinished): Promise<void> {
  const invitation = await readInvitation(invitationId);
  if (invitation !== null && (await findPlace(groupOf(invitation))) !== null) await reopen(invitationId);
  await forget();
}

let settled: Promise<void> | null = null;

/** Settles what an earlier run of the site, or an answer that failed, has left. Does nothing when that is done. */
async function settleAll(): Promise<void> {
  settled ??= readUnfinished().then(async (notes) => {
    for (const note of notes) await settle(note);
  });
  await settled.catch((fault: unknown) => {
    settled = null;
    throw fault;
  });
}

/**
 * Lets every link work again whose answer did not arrive, once those that are on the way have.
 *
 * @throws RecordUnreachable
 */
export function settleUnfinished(): Promise<void> {
  return inTurn(turn, settleAll);
}

/** Tries again what may be written twice. */
async function patiently(write: () => Promise<void>): Promise<void> {
  for (const pauseMs of pausesMs) {
    try {
      return await write();
    } catch (fault) {
      if (!(fault instanceof RecordUnreachable)) throw fault;
      await wait(pauseMs);
    }
  }
  await write();
}

/**
 * Stores the answer that a link was sent.
 *
 * @returns whether it counts; false: there was one already, or the link has been cancelled meanwhile
 * @throws RecordUnreachable when it could not be stored; the link works again once the record answers
 */
export function store(invitation: Invitation, { isLate, threshold, ...sent }: Sent): Promise<boolean> {
  return inTurn(turn, async () => {
    await settleAll();
    if (invitation.state === "answered" && (await readInvitation(invitation.id))?.state === "answered") return false;
    const group = groupOf(invitation);
    const place = await reservePlace(group);
    const note = await noteUnfinished(invitation.id);
    try {
      const carried = await markAnswered(invitation.id);
      if (carried !== null) {
        const batch = isLate ? chooseBatch(true, await readBatchSizes(group), threshold) : 0;
        const changes = await planPlaces(group, place, { ...sent, ...carried, batch });
        await patiently(() => fillPlaces(changes));
      }
      await note.forget();
      return carried !== null;
    } catch (fault) {
      settled = null;
      throw fault;
    }
  });
}
