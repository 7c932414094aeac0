import type { Effect } from "../effects.ts";
import type { PriorityKey, ProgrammeKey, ProviderKey } from "../programmes.ts";
import type { StaffGroup } from "../schools.ts";

/** Something that the trust or its schools offered: one activity for each date, in each of its years, at each host. */
export interface Offer {
  title: string;
  programme?: ProgrammeKey;
  priority: PriorityKey;
  provider: ProviderKey;
  /** Positions among the five years; 4 is the one that today is in. */
  years: readonly number[];
  /** Month, day and, for the sessions of a programme, what the session was called. */
  dates: readonly (readonly [month: number, day: number, session?: string])[];
  /** How many days after the start it ended; 0 when not said. */
  lasts?: number;
  schools: readonly string[];
  /** Each school holds its own; otherwise all come together. */
  isPerSchool?: boolean;
  /** The share of each group that takes part. */
  audience: Partial<Record<StaffGroup, number>>;
  /** The same people come to every date of a year. */
  isCohort?: boolean;
  /** Places, where they are few. */
  places?: number;
  /** A colleague leads it, and is recorded as such. */
  leadBy?: "facilitator" | "coach";
  approach: string;
  strand: string;
  sourcingWave: 1 | 2 | 3;
  mode: "in_person" | "virtual" | "blended";
  level: "whole" | "team" | "individual";
  /** Planned for each person. */
  hours: number;
  effect: Effect;
  /** In pounds: for the whole activity, and for each person. */
  fee?: number;
  feeEach?: number;
  venue?: number;
  /** Classes have to be covered. */
  hasCover?: boolean;
  isRestricted?: boolean;
  /** The share drawn for the follow-up. */
  followUp?: number;
}

/** Every one of the five years. */
export const everyYear = [0, 1, 2, 3, 4] as const;

/** The keys of the primary schools. */
export const primaries = ["900001", "900002", "900003", "900004", "900005"] as const;
/** The keys of the secondary schools. */
export const secondaries = ["900006", "900007"] as const;
/** The keys of all the schools. */
export const everySchool = [...primaries, ...secondaries, "900008"] as const;

/** A session after the school day, led by a colleague. */
export const inSchool = {
  provider: "school",
  approach: "in_house_training",
  strand: "school_based",
  sourcingWave: 1,
  mode: "in_person",
  level: "whole",
  effect: "ordinary",
  leadBy: "facilitator",
} as const;

/** A session of the trust's own team, for several schools. */
export const acrossTrust = {
  provider: "trust",
  approach: "in_house_training",
  strand: "school_to_school",
  sourcingWave: 1,
  mode: "in_person",
  level: "team",
  effect: "ordinary",
} as const;

/** A bought course or conference. */
export const bought = {
  provider: "conferences",
  approach: "course_in_person",
  strand: "formal_learning",
  sourcingWave: 3,
  mode: "in_person",
  level: "individual",
  effect: "weak",
  hasCover: true,
} as const;

/** A course or webinar on the screen. */
export const online = {
  provider: "online",
  approach: "course_virtual",
  strand: "online",
  sourcingWave: 3,
  mode: "virtual",
  level: "individual",
  effect: "weak",
} as const;
