import { hasHeading } from "../headings.ts";
import type { OutcomeCandidate } from "../join-schools.ts";
import type { Draft, ImportContext, ImportKind, Refusal } from "../kind.ts";
import { academicYearLabel, readAcademicYear, releaseStatusOfFile, yearOfFile } from "../period.ts";
import { columnsOf, educationPublisher, type MeasureColumn, place, readMeasures, rowFault } from "../published.ts";
import type { Sheet } from "../sheet.ts";
import { findColumns, type Table } from "../table.ts";
import { chosenTrust } from "../trust.ts";

interface Stage {
  title: string;
  headings: Record<string, readonly string[]>;
  required: string[];
  measures: MeasureColumn<string>[];
}

// The headings change with every year: each list begins with the newest.
const trustHeadings = {
  uid: ["TRUST_UID", "UID"],
  name: ["TRUST_NAME", "CHAINNAME"],
  period: ["TIME_PERIOD"],
  schools: ["NUMINST_MATPTINC", "SCHOOLS"],
};

// Where progress has been adjusted for extreme results, that is the headline.
const ks2: Stage = {
  title: "Key stage 2",
  headings: {
    ...trustHeadings,
    pupils: ["TELIG_MATPTINC", "TELIG"],
    reading: ["READPROG_WGTAVG", "READPROGSCORE_P_ADJUSTED_WGTAVG", "READPROGSCORE_P_WGTAVG"],
    reading_lower: ["READPROG_LOWER_ADJ", "READPROG_LOWER"],
    reading_upper: ["READPROG_UPPER_ADJ", "READPROG_UPPER"],
    writing: ["WRITPROG_WGTAVG", "WRITPROGSCORE_P_ADJUSTED_WGTAVG", "WRITPROGSCORE_P_WGTAVG"],
    writing_lower: ["WRITPROG_LOWER_ADJ", "WRITPROG_LOWER"],
    writing_upper: ["WRITPROG_UPPER_ADJ", "WRITPROG_UPPER"],
    maths: ["MATPROG_WGTAVG", "MATPROGSCORE_P_ADJUSTED_WGTAVG", "MATPROGSCORE_P_WGTAVG"],
    maths_lower: ["MATPROG_LOWER_ADJ", "MATPROG_LOWER"],
    maths_upper: ["MATPROG_UPPER_ADJ", "MATPROG_UPPER"],
  },
  required: ["uid", "name", "pupils", "reading", "writing", "maths"],
  measures: [
    { measure_code: "ks2_reading_progress", ...withLimits("reading") },
    { measure_code: "ks2_writing_progress", ...withLimits("writing") },
    { measure_code: "ks2_maths_progress", ...withLimits("maths") },
  ],
};

const ks4: Stage = {
  title: "Key stage 4",
  headings: {
    ...trustHeadings,
    pupils: ["TPUP_MATPTINC", "TPUP"],
    attainment: ["ATT8SCR_WGTAVG"],
    progress: ["P8MEA_WGTAVG", "P8SCORE_ADJ_WGTAVG"],
    progress_lower: ["P8CILOW", "P8SCORE_ADJ_LOWER"],
    progress_upper: ["P8CIUPP", "P8SCORE_ADJ_UPPER"],
    basics_95: ["PTL2BASICS_95_WGTAVG"],
    basics_94: ["PTL2BASICS_94_WGTAVG"],
    ebacc: ["EBACCAPS_WGTAVG"],
  },
  required: ["uid", "name", "pupils", "progress"],
  measures: [
    { measure_code: "ks4_attainment_8", column: "attainment", unit: "points", population: "pupils" },
    { measure_code: "ks4_progress_8", ...withLimits("progress") },
    { measure_code: "ks4_basics_95", column: "basics_95", unit: "percent", population: "pupils" },
    { measure_code: "ks4_basics_94", column: "basics_94", unit: "percent", population: "pupils" },
    { measure_code: "ks4_ebacc_aps", column: "ebacc", unit: "points", population: "pupils" },
  ],
};

function withLimits(column: string): Omit<MeasureColumn<string>, "measure_code"> {
  return { column, lower: `${column}_lower`, upper: `${column}_upper`, unit: "points", population: "pupils" };
}

/** The multi-academy trust performance tables: the trust's own row, for key stage 2 or key stage 4. */
export const trustTables: ImportKind = {
  name: "trust_tables",
  about: "Multi-academy trust performance tables, such as 2021-2022_england_ks4-mats-performance.csv",
  columnsOf: (sheet) => columnsOfStage(stageOf(sheet)),
  read(sheet: Sheet, context: ImportContext): Draft {
    const stage = stageOf(sheet);
    return readTrustRow(findColumns(sheet, columnsOfStage(stage)), stage, context);
  },
};

const stageOf = (sheet: Sheet) => (hasHeading(sheet, ...ks2.headings["reading"]!) ? ks2 : ks4);

function columnsOfStage({ headings, required }: Stage) {
  return columnsOf(
    headings,
    Object.keys(headings).filter((name) => !required.includes(name)),
  );
}

function readTrustRow(table: Table<string>, stage: Stage, context: ImportContext): Draft {
  const named = table.rows.map((row) => ({
    uid: row.text("uid"),
    name: row.text("name"),
    schools: Number(row.text("schools")) || 0,
  }));
  const uid = chosenTrust(table.file, context, named);
  const years = new Set(
    table.rows.map((row) => readAcademicYear(row.text("period"))).filter((year) => year !== undefined),
  );
  const time_period = yearOfFile(table.file, years.size === 1 ? [...years][0] : undefined, context.year);
  const publication = {
    time_period,
    release_status: releaseStatusOfFile(table.file, context.release, "final"),
    source_title: `${stage.title} multi-academy trust performance tables ${academicYearLabel(time_period)}`,
    source_url: "https://www.compare-school-performance.service.gov.uk/download-data",
    ...educationPublisher,
    retrieved_on: context.today,
  };
  const candidates: OutcomeCandidate[] = [];
  const refused: Refusal[] = [];
  const ours = table.rows.filter((row) => row.text("uid") === uid);
  for (const row of ours) {
    const fault = rowFault(row);
    if (fault) {
      refused.push({ line: row.line, column: null, reason: fault });
      continue;
    }
    const read = readMeasures(table, row, place("trust", uid, row.text("name")), stage.measures, publication);
    candidates.push(...read.candidates);
    refused.push(...read.refused);
  }
  const absent = `Trust ${uid} is not in this file: the tables leave out trusts with fewer than three schools.`;
  return {
    candidates,
    refused,
    not_ours: table.rows.length - ours.length,
    notes: ours.length === 0 ? [absent] : [],
    trust_name: ours[0]?.text("name"),
  };
}
