/** What a paper says, before it becomes a page, a PDF, a Word file or a spreadsheet: one content for all of them. */
import type { PlainChart } from "../charts/plain-chart.ts";
import type { Statement } from "../sentences/statement.ts";

/** The kinds of papers that are made; as `editions.kind` in the record. */
export const paperKinds = ["annual_report", "board_paper", "course_report", "subscriptions_review"] as const;
export type PaperKind = (typeof paperKinds)[number];

/** A paragraph. `isWritten`: by people, in the Studio; the others write themselves. */
export interface Words {
  is: "words";
  text: string;
  isWritten: boolean;
}

/** Sentences with their marks and small print, exceptions first. */
export interface Statements {
  is: "statements";
  statements: Statement[];
}

/** A plain list. */
export interface List {
  is: "list";
  items: string[];
}

/** A table whose first column names its rows. */
export interface Table {
  is: "table";
  caption: string;
  columns: { heading: string; isNumber: boolean }[];
  rows: string[][];
  /** What must be known to read it, in whole sentences. */
  notes: string[];
}

/** A chart: the same definition as on a page. `title` states the finding; `words` say all that the picture shows. */
export interface Picture {
  is: "picture";
  title: string;
  words: string;
  chart: PlainChart;
}

/** What is missing here, and who can make it happen. */
export interface Gap {
  is: "gap";
  text: string;
}

/** How much a block matters where a paper may not be longer than so many pages. */
export interface Ranked {
  /** The higher, the sooner it is left out; none: never. */
  rank?: number;
  /** What it is called where it was left out: `the chart of use in the role`. */
  called?: string;
}

export type Block = (Words | Statements | List | Table | Picture | Gap) & Ranked;

/** A part of a paper under its own heading. A section whose blocks were all left out goes with them. */
export interface Section {
  heading: string;
  blocks: Block[];
  /** Whether it is a part of the section before it, one heading lower. */
  isPart?: boolean;
}

/** A whole paper. */
export interface Paper {
  kind: PaperKind;
  title: string;
  /** The school, or the trust where `urn` is null. */
  place: { urn: string | null; name: string };
  /** Of a course report. */
  courseId: string | null;
  /** An academic year: 202526 is 2025/26. */
  timePeriod: number;
  /** For whom: the board in the policy's own words. */
  board: string;
  /** The day of the meeting; null where none is set. */
  meetingOn: string | null;
  presentedByRole: string | null;
  organisation: string;
  /** The release it rests on, the day its figures were worked out for, and the latest change to any record in them. */
  release: { id: string; asOf: string; recordsUpTo: string | null };
  /** Null: a draft, which changes with the figures. */
  edition: { number: number; madeOn: string } | null;
  sections: Section[];
  /** What was left out for want of room, in whole sentences. */
  leftOut: string[];
}
