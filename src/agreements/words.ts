import type { Agreement } from "./repayment.ts";

/** The states of an agreement as the Studio names them. */
export const stateNames: Record<Agreement["state"], string> = {
  draft: "Draft",
  signed: "Signed",
  ended: "Ended",
  repaid: "Repaid",
  waived: "Waived",
};

/** The reasons that excuse, as the Studio names them. */
export const exclusionNames: Record<string, string> = {
  redundancy: "Redundancy",
  ill_health: "Ill health",
  maternity: "Maternity, adoption or parental leave",
  dismissal_unfair: "Employer’s breach of contract",
  move_in_trust: "Moves within the trust",
  other: "Another reason the agreement names",
};
