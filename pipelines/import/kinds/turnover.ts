import { publishedNumber } from "../cells.ts";
import { keepBest, type OutcomeCandidate, schoolPlaces } from "../join-schools.ts";
import type { Draft, ImportContext, ImportKind, Refusal } from "../kind.ts";
import { academicYear, readAcademicYear, releaseStatusOfFile } from "../period.ts";
import {
  columnsOf,
  educationPublisher,
  isUrn,
  type MeasureColumn,
  place,
  readMeasures,
  rowFault,
} from "../published.ts";
import type { Cell, Sheet } from "../sheet.ts";
import { findColumns, type Table, type TableRow } from "../table.ts";
import { schoolsToJoin } from "../trust.ts";

const columns = columnsOf(
  {
    period: ["time_period"],
    level: ["geographic_level"],
    urn: ["school_urn"],
    teachers_fte: ["teacher_fte_in_census_year"],
    remained: ["remained_in_the_same_school"],
    left_system: ["left_the_state-funded_system", "left_the_state_funded_system"],
    moved_school: ["left_to_another_state-funded_school", "left_to_another_state_funded_school"],
  },
  [],
);
type Column = keyof typeof columns;

/** The shares that the file's numbers of teachers come to. */
type Share = "teachers_fte" | "turnover" | "left_system" | "moved_school";
const measures: MeasureColumn<Share>[] = [
  { measure_code: "workforce_turnover_share", column: "turnover", unit: "percent", population: "teachers_fte" },
  { measure_code: "workforce_left_system_share", column: "left_system", unit: "percent", population: "teachers_fte" },
  { measure_code: "workforce_moved_school_share", column: "moved_school", unit: "percent", population: "teachers_fte" },
];

/** Teacher turnover by school from the School Workforce Census: many years in one file, in full-time equivalents. */
export const turnover: ImportKind = {
  name: "turnover",
  about: "Teacher turnover by school, from the School Workforce Census on Explore Education Statistics",
  columns,
  read(sheet: Sheet, context: ImportContext): Draft {
    const table = findColumns(sheet, columns);
    const places = schoolPlaces(schoolsToJoin(table.file, context));
    const nation = place("national", "E92000001", "England (state-funded schools)");
    const candidates: OutcomeCandidate[] = [];
    const refused: Refusal[] = [];
    let notOurs = 0;
    const refuse = (row: TableRow<Column>, column: Column | null, reason: string) =>
      refused.push({ line: row.line, column: column && table.heading(column), reason });

    for (const row of table.rows) {
      const level = row.text("level").toLowerCase();
      const urn = row.text("urn");
      const fault = rowFault(row);
      if (fault) {
        refuse(row, null, fault);
        continue;
      }
      if (level === "school" && !isUrn(urn)) {
        refuse(row, "urn", "is not a URN of six digits");
        continue;
      }
      const at = level === "school" ? places.get(urn) : level === "national" ? nation : undefined;
      if (!at) {
        notOurs += 1;
        continue;
      }
      const time_period = yearOf(row.text("period"));
      if (time_period === undefined) {
        refuse(row, "period", "is no academic year, such as 202324");
        continue;
      }
      const publication = {
        time_period,
        release_status: releaseStatusOfFile(table.file, context.release, "final"),
        source_title: "School workforce census, teacher turnover at school level",
        source_url:
          "https://explore-education-statistics.service.gov.uk/data-catalogue/data-set/1df9bfbf-b573-4f1d-ba87-06a36387f2e5",
        ...educationPublisher,
        retrieved_on: context.today,
      };
      const read = readMeasures(sharesOf(table), shareRow(row), at, measures, publication);
      candidates.push(...read.candidates);
      refused.push(...read.refused);
    }
    const best = keepBest(candidates);
    return {
      candidates: best.kept,
      refused: [...refused, ...best.refused].sort((one, other) => one.line - other.line),
      not_ours: notOurs,
      notes: best.kept.some(({ fields }) => fields["school_urn"])
        ? []
        : ["None of the trust's schools is in this file."],
    };
  },
};

/** A census is taken in November: `202324`, and 2023 alone, are the academic year 2023/24. */
function yearOf(text: string): number | undefined {
  return /^20\d\d$/.test(text) ? academicYear(Number(text)) : readAcademicYear(text);
}

const source: Record<Exclude<Share, "teachers_fte">, Column> = {
  turnover: "remained",
  left_system: "left_system",
  moved_school: "moved_school",
};

/** The same table with shares for columns; a fault in a share is one in the cell that it is worked out from. */
function sharesOf(table: Table<Column>): Table<Share> {
  return {
    ...table,
    rows: [],
    has: () => true,
    heading: (name) => table.heading(name === "teachers_fte" ? name : source[name]),
  };
}

function shareRow(row: TableRow<Column>): TableRow<Share> {
  const cell = (name: Share): Cell => {
    if (name === "teachers_fte") return row.cell(name);
    const teachers = publishedNumber(row.cell("teachers_fte"));
    const counted = publishedNumber(row.cell(source[name]));
    // A code in either cell stands for the share, and so does what cannot be read.
    if (typeof teachers?.value !== "number") return row.cell("teachers_fte");
    if (typeof counted?.value !== "number") return row.cell(source[name]);
    if (teachers.value <= 0) return "z";
    return (name === "turnover" ? teachers.value - counted.value : counted.value) / teachers.value;
  };
  return { ...row, cell, text: (name) => String(cell(name) ?? "") };
}
