import { z } from "zod";
import type { Duty } from "./duty.ts";
import { countOf } from "./invitation.ts";
import type { Filter } from "./record.ts";

const unanswered = { state: { _in: ["due", "sent"] } };
const notActive = { status: { _neq: "active" } };
const didNotCome = { state: { _in: ["declined", "withdrawn", "absent", "requested"] } };

/** What no longer stands: whoever is asked has gone, or what they are asked about has. */
const gone: Filter[] = [
  { staff_id: notActive },
  {
    activity_id: {
      _or: [notActive, { decision: { _in: ["declined", "proposed"] } }, { is_restricted: { _eq: true } }],
    },
  },
  { participation_id: notActive },
  { evidence_id: notActive },
  // Somebody has written the stage in the Studio.
  ...[1, 2, 3, 4].map((stage) => ({ stage: { _eq: stage }, evidence_id: { [`stage_${stage}_on`]: { _nnull: true } } })),
];

const invited = z.object({ id: z.string(), participation_id: z.string() });

/** Cancels the invitations of people whose record was archived, of those who turn out not to have come, and of what is no longer evaluated. */
export const cancel: Duty = {
  name: "cancellations",
  when: "day",
  async run({ record }) {
    let cancelled = 0;
    // Who did not come was not asked either: the share that answered is of those who took part.
    const absent = { ...unanswered, wave: { _eq: "end_of_session" }, participation_id: didNotCome };
    for (const { id, participation_id } of await record.read("invitations", invited, absent)) {
      const changes = { id: participation_id, evaluation_state: "not_invited" };
      await record.update("invitations", id, { state: "cancelled", participation_id: changes });
      cancelled += 1;
    }
    const filter = { _and: [unanswered, { _or: gone }] };
    cancelled += await record.updateWhere("invitations", filter, { state: "cancelled" });
    return cancelled > 0
      ? [`Cancelled ${countOf(cancelled, "invitation that no longer stands", "invitations that no longer stand")}.`]
      : [];
  },
};
