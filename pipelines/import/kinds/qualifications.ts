import { HubError } from "../../errors.ts";
import { naturalKey } from "../keys.ts";
import type { ImportContext, ImportKind } from "../kind.ts";
import type { QualificationRecord } from "../lookups.ts";
import { rowFault } from "../published.ts";
import type { Sheet } from "../sheet.ts";
import { findColumns, type ImportColumn, placeColumns, type Table, type TableRow } from "../table.ts";
import { type DayColumn, dayColumn } from "./day-column.ts";
import { counted, DraftOfRows, yesOrNo } from "./draft.ts";
import { findPerson, namesIn, needPeople, type PersonColumn, personColumns, schoolOfPerson } from "./person-columns.ts";
import { qualificationStates, qualificationWords } from "./qualification-words.ts";
import { schoolColumn, schoolIn } from "./school-column.ts";

type QualificationColumn =
  | PersonColumn
  | "school"
  | "qualification"
  | "has_qts"
  | "state"
  | "started_on"
  | "gained_on"
  | "expires_on";
type Row = TableRow<QualificationColumn>;

const columns: Record<QualificationColumn, ImportColumn> = {
  ...personColumns,
  school: { ...schoolColumn, note: "Where the person works: tells apart those with the same name" },
  qualification: {
    headings: [
      "Qualification",
      "Qualification name",
      "Qualification title",
      "Award",
      "Award title",
      "NPQ",
      "Certificate",
    ],
    optional: true,
    label: "Qualification",
    note: "Such as QTS, NPQSL or NPQ for headship",
    ...qualificationWords,
  },
  has_qts: {
    headings: ["QTS", "QT status", "Has QTS", "QTS status", "Qualified teacher status", "Qualified teacher"],
    optional: true,
    label: "Has qualified teacher status",
    note: "Yes or no, in exports with one row for each person",
    ...yesOrNo,
  },
  state: {
    headings: ["State", "Status", "Result", "Outcome", "Qualification status", "Progress"],
    optional: true,
    label: "State",
    note: "In progress, gained or withdrawn",
    ...qualificationStates,
  },
  started_on: {
    headings: ["Started on", "Start date", "Date started", "Enrolled on", "Date enrolled", "Start"],
    optional: true,
    label: "Started on",
  },
  gained_on: {
    headings: [
      "Gained on",
      "Date gained",
      "Date awarded",
      "Award date",
      "Date achieved",
      "Date obtained",
      "QTS date",
      "Completion date",
      "Date completed",
      "Completed on",
    ],
    optional: true,
    label: "Gained on",
  },
  expires_on: {
    headings: ["Expires on", "Expiry date", "Expires", "Valid until", "Renewal date"],
    optional: true,
    label: "Expires on",
  },
};

/** What people are qualified for or work towards: one row for each person and qualification, or for each person with a yes or no to QTS. */
export const qualifications: ImportKind = {
  name: "qualifications",
  about: "Qualifications: one row for each person and qualification, such as QTS and the NPQs",
  isForSchools: true,
  needs: ["staff", "qualifications"],
  columns,
  recognise(sheet: Sheet) {
    const { places } = placeColumns(sheet, columns, {});
    const has = (...names: QualificationColumn[]) => names.some((name) => places.has(name));
    if (!has("email", "mis_reference", "last_name", "full_name")) return 0;
    if (has("qualification")) return has("gained_on", "started_on", "state") ? 0.92 : 0.8;
    return has("has_qts") ? 0.5 : 0;
  },
  read(sheet, context) {
    const table = findColumns(sheet, columns);
    needPeople(table);
    if (!table.has("qualification") && !table.has("has_qts")) {
      throw new HubError({
        at: sheet.file,
        problem: "has no column with qualifications, and none that says who has qualified teacher status",
        fix: "Match one of its columns with the qualification",
      });
    }
    return new QualificationReader(table, context).read();
  },
};

class QualificationReader {
  private readonly table: Table<QualificationColumn>;
  private readonly context: ImportContext;
  private readonly draft = new DraftOfRows();
  private readonly days: DayColumn;

  constructor(table: Table<QualificationColumn>, context: ImportContext) {
    this.table = table;
    this.context = context;
    const names = ["started_on", "gained_on", "expires_on"] as const;
    this.days = dayColumn(
      names.flatMap((name) => table.rows.map((row) => row.cell(name))),
      "day_first",
    );
  }

  read() {
    for (const row of this.table.rows) this.readRow(row);
    if (this.days.isAssumed)
      this.draft.say("No date shows whether the day or the month comes first; they were read with the day first.");
    return this.draft.done();
  }

  private readRow(row: Row): undefined {
    const { draft, table, context } = this;
    const fault = rowFault(row);
    if (fault !== undefined) return draft.refuse(row, null, fault);
    const code = this.codeOf(row);
    if (code === undefined) return;
    const at = table.has("school") ? schoolIn(table, row, context) : undefined;
    if (at?.isOurs === false) return draft.leaveOut();
    if (at?.reason !== undefined) return draft.refuse(row, table.heading("school"), at.reason);
    const found = findPerson(namesIn(row, at?.urn ?? undefined), context);
    if (!found.item) return draft.refuse(row, null, found.reason);
    const person = found.item;
    const days: Record<string, string> = {};
    for (const name of ["started_on", "gained_on", "expires_on"] as const) {
      const day = this.days.read(row.cell(name));
      if (day.reason !== undefined) return draft.refuse(row, table.heading(name), day.reason);
      if (day.on !== null) days[name] = day.on;
    }
    const state = this.stateOf(row, days);
    if (state === undefined) return;
    const known = recordOf(context.lookups.qualificationsOf(person.id), code, days["started_on"]);
    const id = known?.id ?? naturalKey("qualifications", person.id, code);
    const isNew = draft.add({
      collection: "qualifications",
      key: id,
      line: row.line,
      fields: { id, staff_id: person.id, qualification: code, state, ...days },
      school_urn: schoolOfPerson(person, context),
      label: `${person.first_name ?? ""} ${person.last_name}`.trim(),
    });
    if (isNew) return;
    const line = draft.lineOf("qualifications", id);
    return draft.refuse(row, null, `is the same qualification of the same person as on line ${line}, which stands`);
  }

  private codeOf(row: Row): string | undefined {
    const { draft, table, context } = this;
    const word = row.text("qualification");
    const isQts = word === "" && row.text("has_qts") !== "";
    const key = isQts ? context.keyOf("has_qts", row.text("has_qts")) : word && context.keyOf("qualification", word);
    if (isQts && key === "yes") return "QTS";
    if (key === null || key === "no") draft.leaveOut();
    else if (word === "" && !isQts) draft.refuse(row, null, "does not say which qualification it is");
    else if (isQts) draft.refuse(row, table.heading("has_qts"), "is neither yes nor no");
    else if (key === undefined)
      draft.refuse(
        row,
        table.heading("qualification"),
        "is no known qualification: match it with one, or leave its rows out",
      );
    else return key;
    return undefined;
  }

  private stateOf(row: Row, days: Record<string, string>): string | undefined {
    const word = row.text("state");
    if (word === "") {
      if (days["gained_on"] !== undefined) return days["gained_on"] <= this.context.today ? "gained" : "in_progress";
      if (days["started_on"] !== undefined) return "in_progress";
      this.draft.count(takenAsGained);
      return "gained";
    }
    const key = this.context.keyOf("state", word);
    if (key === null) this.draft.leaveOut();
    else if (key === undefined)
      this.draft.refuse(
        row,
        this.table.heading("state"),
        "is no known state: match it with in progress, gained or withdrawn",
      );
    return key ?? undefined;
  }
}

/** The record of the same qualification: the one with the same first day, else the one that is not over, else the only one. */
function recordOf(
  records: QualificationRecord[],
  code: string,
  startedOn: string | undefined,
): QualificationRecord | undefined {
  const same = records.filter(({ qualification }) => qualification === code);
  const begun =
    startedOn === undefined ? undefined : same.find(({ started_on }) => started_on?.slice(0, 10) === startedOn);
  return begun ?? (same.length === 1 ? same[0] : same.find(({ state }) => state === "in_progress"));
}

const takenAsGained = (count: number) =>
  `${counted(count, "row says", "rows say")} neither a state nor a day; ${count === 1 ? "it was" : "they were"} taken as gained.`;
