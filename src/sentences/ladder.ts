/** The ladder of progression: the rungs of each strand, with what is offered on each, and what to say of them. */
import type { CycleSlice } from "../../pipelines/contract.ts";
import { capitalised, counted, listed, shownCount } from "../format.ts";
import { type Statement, statement } from "./statement.ts";

/** More names than this in one sentence are not listened to. */
const namedAtMost = 4;

/** One strand of the ladder. */
export interface Strand {
  name: string;
  /** From the lowest up. */
  rungs: CycleSlice["ladder"];
}

const strandNames = { teaching: "Teaching and leadership", support: "Support staff" } as const;

/** The strands that the policy's ladder has. */
export function strandsOf(ladder: CycleSlice["ladder"]): Strand[] {
  return (["teaching", "support"] as const)
    .map((strand) => ({ name: strandNames[strand], rungs: ladder.filter((rung) => rung.strand === strand) }))
    .filter(({ rungs }) => rungs.length > 0);
}

/** Whether every rung has something to offer, and whether every strand has rungs; empty without a ladder. */
export function ladderStory(ladder: CycleSlice["ladder"]): Statement[] {
  if (ladder.length === 0) return [];
  const bare = ladder.filter(({ offer }) => offer === null);
  const hasSupport = ladder.some(({ strand }) => strand === "support");
  const names = listed(bare.slice(0, namedAtMost).map(({ label }) => `“${label}”`));
  return [
    bare.length === 0
      ? statement(0, {
          mark: "none",
          sentence: `Every rung of the ladder has something on offer: ${shownCount(ladder.length)} rungs.`,
          details: ["what is on offer is not yet taken up"],
          href: "#ladder",
        })
      : statement(0, {
          mark: "signal",
          sentence: `${capitalised(counted(bare.length, "rung"))} of ${shownCount(ladder.length)} ${bare.length === 1 ? "has" : "have"} nothing on offer${bare.length > namedAtMost ? ", among them" : ":"} ${names}.`,
          details: ["the offer of each rung is written in the policy"],
          href: "#ladder",
        }),
    ...(hasSupport
      ? []
      : [
          statement(0, {
            mark: "signal",
            sentence: "The ladder has no rung for support staff.",
            details: [],
            href: "#ladder",
          }),
        ]),
  ];
}
