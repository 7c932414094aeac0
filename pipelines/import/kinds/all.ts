import type { ImportKind } from "../kind.ts";
import { costs } from "./costs.ts";
import { evaluations } from "./evaluations/evaluations.ts";
import { gias } from "./gias.ts";
import { inspections } from "./inspections.ts";
import { ks2 } from "./ks2.ts";
import { ks4 } from "./ks4.ts";
import { pupilVoice } from "./pupil-voice.ts";
import { qualifications } from "./qualifications.ts";
import { staff } from "./staff.ts";
import { training } from "./training.ts";
import { trustTables } from "./trust-tables.ts";
import { turnover } from "./turnover.ts";
import { workforce } from "./workforce.ts";

/** Every kind of file that can be imported, in the order in which a new trust would use them. */
export const kinds: ImportKind[] = [
  gias,
  staff,
  training,
  qualifications,
  costs,
  evaluations,
  ks2,
  ks4,
  workforce,
  turnover,
  trustTables,
  inspections,
  pupilVoice,
];
