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
  successor: ["URN_AC"],
  pupils: ["TELIG"],
  expected: ["PTRWM_EXP"],
  higher: ["PTRWM_HIGH"],
  reading_average: ["READ_AVERAGE"],
  maths_average: ["MAT_AVERAGE"],
  gps_average: ["GPS_AVERAGE"],
  reading: ["READPROG"],
  reading_lower: ["READPROG_LOWER"],
  reading_upper: ["READPROG_UPPER"],
  writing: ["WRITPROG"],
  writing_lower: ["WRITPROG_LOWER"],
  writing_upper: ["WRITPROG_UPPER"],
  maths: ["MATPROG"],
  maths_lower: ["MATPROG_LOWER"],
  maths_upper: ["MATPROG_UPPER"],
} as const;
type Name = keyof typeof headings;

// Progress is not published for the years whose pupils took no tests at seven, so its columns may be missing.
const optional: Name[] = [
  "successor",
  "gps_average",
  "reading",
  "reading_lower",
  "reading_upper",
  "writing",
  "writing_lower",
];
optional.push("writing_upper", "maths", "maths_lower", "maths_upper");
const columns = columnsOf<Name>(headings, optional);

const measures: MeasureColumn<Name>[] = [
  { measure_code: "ks2_rwm_expected", column: "expected", unit: "percent", population: "pupils" },
  { measure_code: "ks2_rwm_higher", column: "higher", unit: "percent", population: "pupils" },
  { measure_code: "ks2_reading_average", column: "reading_average", unit: "points", population: "pupils" },
  { measure_code: "ks2_maths_average", column: "maths_average", unit: "points", population: "pupils" },
  { measure_code: "ks2_gps_average", column: "gps_average", unit: "points", population: "pupils" },
  progress("ks2_reading_progress", "reading", "reading_lower", "reading_upper"),
  progress("ks2_writing_progress", "writing", "writing_lower", "writing_upper"),
  progress("ks2_maths_progress", "maths", "maths_lower", "maths_upper"),
];

function progress(measure_code: string, column: Name, lower: Name, upper: Name): MeasureColumn<Name> {
  return { measure_code, column, lower, upper, unit: "points", population: "pupils" };
}

/** The key stage 2 performance tables: schools, their local authority and the nation, one file for a year. */
export const ks2: ImportKind = {
  name: "ks2",
  about: "Key stage 2 results: the school performance tables, such as 2018-2019_england_ks2final.csv",
  columns,
  read(sheet: Sheet, context: ImportContext): Draft {
    const table = findColumns(sheet, columns);
    const time_period = yearOfFile(sheet.file, yearOfColumns(sheet), context.year);
    const release_status = releaseStatusOfFile(sheet.file, context.release);
    const publication = {
      time_period,
      release_status,
      source_title: `Key stage 2 performance tables ${academicYearLabel(time_period)}`,
      source_url: "https://www.compare-school-performance.service.gov.uk/download-data",
      ...educationPublisher,
      retrieved_on: context.today,
    };
    return readPerformanceTable({ table, measures, publication, subjectOf: (row) => subjectOf(row) }, context);
  },
};

/** Record types as of the key stage 2 tables; those of key stage 4 have other meanings. */
function subjectOf(row: TableRow<Name>): Subject {
  switch (row.text("rectype")) {
    case "1":
    case "2":
      return schoolSubject(row.text("urn"), "URN", row.text("successor"));
    case "3":
      return { about: "local_authority", code: row.text("authority"), name: row.text("name") };
    case "4":
      // All schools, independent ones included: not what a trust compares itself with.
      return { about: "other" };
    case "5":
      return { about: "nation", name: "England (state-funded schools)" };
    default:
      return { about: "unknown", column: "RECTYPE", reason: "is not a record type from 1 to 5" };
  }
}

/** Earlier years ride along under the same headings with a suffix (`PTRWM_EXP_18`); the file is for the year after the latest of them. */
function yearOfColumns(sheet: Sheet): number | undefined {
  for (let ended = 40; ended >= 16; ended -= 1) {
    if (hasHeading(sheet, `PTRWM_EXP_${ended}`)) return academicYear(2000 + ended);
  }
  return undefined;
}
