/** What a rule is: when it fires, what is then said, and what is then drawn. */
import type { Reading, ValueReading } from "../reading.ts";

/** What a rule draws on the time chart, in years and in the measure's own unit. */
export interface Drawn {
  /** Years whose points are marked as signals. */
  signals?: number[];
  /** Level lines over some years: limits, a mean, a median. */
  levels?: { label: string; value: number; from: number; to: number; isLimit: boolean }[];
  /** Where a value was to be expected with nothing changed. */
  expected?: { time_period: number; value: number };
}

/** What a rule says once it fires. */
export interface Told {
  /** The finding in a few words, for the title of the card and the chart. */
  title?: string;
  /** What joins the first sentence. */
  clause?: string;
  /** A sentence of its own. */
  sentence?: string;
  isSignal?: boolean;
  /** How many comparisons with chance the rule made, whatever they showed. */
  looks?: number;
  drawn?: Drawn;
}

/** Why there is nothing to say. */
export type Absence = "failed" | "no_records" | "suppressed" | "not_available" | "not_applicable" | "too_little";

/** A rule that ends a finding, because there is nothing to say. The first that fires does. */
export interface AbsenceRule {
  name: string;
  /** When it fires, in plain words. */
  fires: string;
  absence: Absence;
  tell: (reading: Reading) => { title: string; sentence: string; details: string[] } | null;
}

/** A rule about a figure with a value. */
export interface Rule {
  name: string;
  /** When it fires, in plain words. */
  fires: string;
  tell: (reading: ValueReading) => Told | null;
}
