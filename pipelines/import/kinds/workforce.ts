import { cellText } from "../cells.ts";
import type { Draft, ImportContext, ImportKind } from "../kind.ts";
import { readPerformanceTable, type Subject, schoolSubject } from "../performance-table.ts";
import { academicYear, academicYearLabel, releaseStatusOfFile, yearOfFile } from "../period.ts";
import { columnsOf, educationPublisher, type MeasureColumn } from "../published.ts";
import type { Sheet } from "../sheet.ts";
import { findColumns, type TableRow } from "../table.ts";

const support = "Total Number of Non Classroom-based School Support Staff, Excluding Auxiliary Staff";
const otherSupport =
  "Total Number of Non-Classroom-based School Support Staff, (Other school support staff plus Administrative staff plus Technicians and excluding Auxiliary staff (Full-Time Equivalent)";
const headings = {
  authority: ["LA Number"],
  establishment: ["Establishment Number"],
  urn: ["URN"],
  teachers: ["Total Number of Teachers (Headcount)"],
  teachers_fte: ["Total Number of Teachers (Full-Time Equivalent)"],
  assistants: ["Total Number of Teaching Assistants (Headcount)"],
  assistants_fte: ["Total Number of Teaching Assistants (Full-Time Equivalent)"],
  support: [`${support} (Headcount)`],
  support_fte: [`${support} (Full-Time Equivalent)`, otherSupport],
  ratio: ["Pupil: Teacher Ratio", "Pupil: Teacher Ratio (Full-Time Equivalent of qualified and unqualified teachers)"],
  salary: [
    "Mean Gross FTE Salary of All Teachers",
    "Mean Gross FTE Salary of All Teachers (£s)",
    "Mean Gross Salary of All Teachers (£)",
  ],
  qts: ["Teachers with Qualified Teacher Status (%) (Headcount)", "Teachers with Qualified Teacher Status (%)"],
} as const;
type Name = keyof typeof headings;
const columns = columnsOf<Name>(headings, ["qts"]);

const measures: MeasureColumn<Name>[] = [
  { measure_code: "workforce_teachers_headcount", column: "teachers", unit: "count" },
  { measure_code: "workforce_teachers_fte", column: "teachers_fte", unit: "count" },
  { measure_code: "workforce_assistants_headcount", column: "assistants", unit: "count" },
  { measure_code: "workforce_assistants_fte", column: "assistants_fte", unit: "count" },
  { measure_code: "workforce_support_headcount", column: "support", unit: "count" },
  { measure_code: "workforce_support_fte", column: "support_fte", unit: "count" },
  { measure_code: "workforce_pupil_teacher_ratio", column: "ratio", unit: "ratio", population: "teachers_fte" },
  { measure_code: "workforce_mean_salary", column: "salary", unit: "money", population: "teachers_fte" },
  { measure_code: "workforce_qts_share", column: "qts", unit: "percent", population: "teachers" },
];

/** The School Workforce Census by school: the performance tables' CSV files, and the census's own workbook with its shares with QTS. */
export const workforce: ImportKind = {
  name: "workforce",
  about: "School Workforce Census by school: 2018-2019_england_swf.csv, or the census's school tables as a workbook",
  columns,
  read(sheet: Sheet, context: ImportContext): Draft {
    const table = findColumns(sheet, columns);
    const time_period = yearOfFile(sheet.file, yearOfTitle(sheet), context.year);
    const publication = {
      time_period,
      release_status: releaseStatusOfFile(sheet.file, context.release, "final"),
      source_title: `School workforce census ${academicYearLabel(time_period)}, school level`,
      source_url: "https://explore-education-statistics.service.gov.uk/find-statistics/school-workforce-in-england",
      ...educationPublisher,
      retrieved_on: context.today,
    };
    return readPerformanceTable({ table, measures, publication, subjectOf: (row) => subjectOf(row) }, context);
  },
};

/** The last two rows are national: `NAT,PRI` and `NAT,SEC`, without a URN. */
function subjectOf(row: TableRow<Name>): Subject {
  if (row.text("authority").toUpperCase() !== "NAT") return schoolSubject(row.text("urn"), "URN");
  const phase = row.text("establishment").toUpperCase();
  if (phase === "PRI") return nation("primary", "Primary");
  if (phase === "SEC") return nation("secondary", "Secondary");
  return { about: "unknown", column: "Establishment Number", reason: "is a national row that is neither PRI nor SEC" };
}

const nation = (schools: string, category: string): Subject => ({
  about: "nation",
  name: `England (state-funded ${schools} schools)`,
  breakdown: "phase",
  category,
});

/** A census is taken in November: that of 2022 is in the academic year 2022/23. The workbook says so above its headings. */
function yearOfTitle(sheet: Sheet): number | undefined {
  for (const row of sheet.rows.slice(0, 5)) {
    const match = /^School Workforce Census (20\d\d)$/i.exec(cellText(row.cells[0]));
    if (match) return academicYear(Number(match[1]));
  }
  return undefined;
}
