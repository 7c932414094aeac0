import { hasHeading } from "../headings.ts";
import type { Draft, ImportContext, ImportKind } from "../kind.ts";
import { readPerformanceTable, type Subject, schoolSubject } from "../performance-table.ts";
import { academicYear, academicYearLabel, releaseStatusOfFile, yearOfFile } from "../period.ts";
import { columnsOf, educationPublisher, type MeasureColumn } from "../published.ts";
import type { Sheet } from "../sheet.ts";
import { findColumns, type TableRow } from "../table.ts";

const headings = {
  rectype: ["RECTYPE"],
  authority: ["LEA", "LA"],
  urn: ["URN"],
  name: ["SCHNAME"],
  pupils: ["TPUP"],
  attainment: ["ATT8SCR"],
  progress: ["P8MEA"],
  progress_lower: ["P8CILOW"],
  progress_upper: ["P8CIUPP"],
  progress_pupils: ["P8PUP"],
  basics_95: ["PTL2BASICS_95"],
  basics_94: ["PTL2BASICS_94"],
  ebacc: ["EBACCAPS"],
} as const;
type Name = keyof typeof headings;

// EBACCAPS came in 2018; progress is not published for years whose pupils took no tests at eleven.
const columns = columnsOf<Name>(headings, ["progress", "progress_lower", "progress_upper", "progress_pupils", "ebacc"]);

const measures: MeasureColumn<Name>[] = [
  { measure_code: "ks4_attainment_8", column: "attainment", unit: "points", population: "pupils" },
  {
    measure_code: "ks4_progress_8",
    column: "progress",
    lower: "progress_lower",
    upper: "progress_upper",
    unit: "points",
    // Pupils without a score at eleven have no progress, and are not in the average.
    population: "progress_pupils",
  },
  { measure_code: "ks4_basics_95", column: "basics_95", unit: "percent", population: "pupils" },
  { measure_code: "ks4_basics_94", column: "basics_94", unit: "percent", population: "pupils" },
  { measure_code: "ks4_ebacc_aps", column: "ebacc", unit: "points", population: "pupils" },
];

/** The key stage 4 performance tables, provisional or final: schools, their local authority and the nation, one file for a year. */
export const ks4: ImportKind = {
  name: "ks4",
  about: "Key stage 4 results: the school performance tables, such as 2017-2018_england_ks4final.csv",
  columns,
  read(sheet: Sheet, context: ImportContext): Draft {
    const table = findColumns(sheet, columns);
    const time_period = yearOfFile(sheet.file, yearOfColumns(sheet), context.year);
    const release_status = releaseStatusOfFile(sheet.file, context.release);
    const publication = {
      time_period,
      release_status,
      source_title: `Key stage 4 performance tables ${academicYearLabel(time_period)}`,
      source_url: "https://www.compare-school-performance.service.gov.uk/download-data",
      ...educationPublisher,
      retrieved_on: context.today,
    };
    const hasPupils = table.has("progress_pupils");
    const read = measures.map((one) =>
      one.population === "progress_pupils" && !hasPupils ? { ...one, population: "pupils" as const } : one,
    );
    return readPerformanceTable({ table, measures: read, publication, subjectOf: (row) => subjectOf(row) }, context);
  },
};

/** Record types as of the key stage 4 tables; those of key stage 2 have other meanings. */
function subjectOf(row: TableRow<Name>): Subject {
  switch (row.text("rectype")) {
    case "1":
    case "2":
      return schoolSubject(row.text("urn"), "URN");
    case "4":
      return { about: "local_authority", code: row.text("authority"), name: row.text("name") };
    case "5":
      // All schools, independent ones included: not what a trust compares itself with.
      return { about: "other" };
    case "7":
      return { about: "nation", name: "England (state-funded schools)" };
    default:
      return { about: "unknown", column: "RECTYPE", reason: "is not one of the record types 1, 2, 4, 5 and 7" };
  }
}

/** The full table has earlier years' Attainment 8 under the same heading with a suffix. `PTL2BASICS_94` is a grade, not a year. */
function yearOfColumns(sheet: Sheet): number | undefined {
  for (let ended = 40; ended >= 15; ended -= 1) {
    if (hasHeading(sheet, `ATT8SCR_${ended}`)) return academicYear(2000 + ended);
  }
  return undefined;
}
