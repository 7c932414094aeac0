import { naturalKey } from "../keys.ts";
import type { ImportContext, ImportKind } from "../kind.ts";
import type { StaffRecord } from "../lookups.ts";
import { plainName } from "../match-staff.ts";
import { rowFault } from "../published.ts";
import type { Sheet } from "../sheet.ts";
import { findColumns, placeColumns, type Table, type TableRow } from "../table.ts";
import { ActivitiesOfFile, type ActivityOfFile } from "./activities-of-file.ts";
import { type DayColumn, dayColumn } from "./day-column.ts";
import { counted, DraftOfRows } from "./draft.ts";
import { findPerson, namesIn, needPeople, schoolOfPerson } from "./person-columns.ts";
import { readHours } from "./quantities.ts";
import { schoolIn } from "./school-column.ts";
import { type TrainingColumn, trainingColumns } from "./training-columns.ts";

type Row = TableRow<TrainingColumn>;

/** A training register: one row for each person and activity. */
export const training: ImportKind = {
  name: "training",
  about: "A training register: one row for each person and activity, with attendance and hours",
  isForSchools: true,
  needs: ["staff", "activities", "providers", "participations"],
  columns: trainingColumns,
  recognise,
  read: (sheet, context) => new RegisterReader(findColumns(sheet, trainingColumns), context).read(),
};

function recognise(sheet: Sheet): number {
  const { places } = placeColumns(sheet, trainingColumns, {});
  const has = (...names: TrainingColumn[]) => names.some((name) => places.has(name));
  if (!has("activity") || !has("email", "mis_reference", "last_name", "full_name")) return 0;
  const signs = [has("starts_on", "completed_on"), has("state"), has("hours"), has("provider")].filter(Boolean).length;
  return [0.3, 0.7, 0.85, 0.9, 0.95][signs]!;
}

class RegisterReader {
  private readonly table: Table<TrainingColumn>;
  private readonly context: ImportContext;
  private readonly draft = new DraftOfRows();
  private readonly activities: ActivitiesOfFile;
  private readonly days: DayColumn;
  /** The first and last day on which anybody completed an activity, by its title: for registers without first days. */
  private readonly completed = new Map<string, { first: string; last: string }>();

  constructor(table: Table<TrainingColumn>, context: ImportContext) {
    needPeople(table);
    this.table = table;
    this.context = context;
    this.activities = new ActivitiesOfFile(context, this.draft);
    const names = ["starts_on", "ends_on", "completed_on"] as const;
    this.days = dayColumn(
      names.flatMap((name) => table.rows.map((row) => row.cell(name))),
      "day_first",
    );
    for (const row of table.rows) this.noteCompletion(row);
  }

  read() {
    for (const row of this.table.rows) this.readRow(row);
    this.activities.finish(null);
    if (this.days.isAssumed)
      this.draft.say("No date shows whether the day or the month comes first; they were read with the day first.");
    return this.draft.done();
  }

  private noteCompletion(row: Row): void {
    const on = this.days.read(row.cell("completed_on")).on;
    if (!on) return;
    const title = plainName(row.text("activity"));
    const { first = on, last = on } = this.completed.get(title) ?? {};
    const [earliest = on, latest = on] = [[first, on].sort()[0], [last, on].sort()[1]];
    this.completed.set(title, { first: earliest, last: latest });
  }

  private readRow(row: Row): undefined {
    const { draft, table, context } = this;
    const fault =
      rowFault(row) ?? (row.text("activity") === "" ? "does not say which activity it is about" : undefined);
    if (fault !== undefined) return draft.refuse(row, null, fault);
    const at = table.has("school") ? schoolIn(table, row, context) : undefined;
    if (at?.isOurs === false) return draft.leaveOut();
    if (at?.reason !== undefined) return draft.refuse(row, table.heading("school"), at.reason);
    const found = findPerson(namesIn(row, at?.urn ?? undefined), context);
    if (!found.item) return draft.refuse(row, null, found.reason);
    const days = this.daysOf(row);
    if (!days) return;
    const host = context.allowedSchoolUrns ? schoolOfPerson(found.item, context) : null;
    const named = { line: row.line, title: row.text("activity"), starts_on: days.starts_on, ends_on: days.ends_on };
    const inFile = this.activities.find(named, host);
    if (!inFile.activity) return draft.refuse(row, table.heading("activity"), inFile.reason);
    this.addParticipation(row, found.item, inFile.activity, days.completed_on, host);
  }

  /** The row's days; a register without first days has the first and last on which anybody completed the activity. */
  private daysOf(row: Row): Record<"starts_on" | "ends_on" | "completed_on", string | null> | undefined {
    const days = { starts_on: null, ends_on: null, completed_on: null } as Record<string, string | null>;
    for (const name of ["starts_on", "ends_on", "completed_on"] as const) {
      const day = this.days.read(row.cell(name));
      if (day.reason !== undefined) {
        this.draft.refuse(row, this.table.heading(name), day.reason);
        return undefined;
      }
      days[name] = day.on;
    }
    const { starts_on = null, ends_on = null, completed_on = null } = days;
    if (starts_on !== null && ends_on !== null && ends_on < starts_on) {
      this.draft.refuse(row, this.table.heading("ends_on"), "is before the first day");
      return undefined;
    }
    const title = row.text("activity");
    if (starts_on !== null || this.context.lookups.activity(title).item) return { starts_on, ends_on, completed_on };
    const { first = null, last = null } = this.completed.get(plainName(title)) ?? {};
    return { starts_on: first, ends_on: last, completed_on };
  }

  private addParticipation(
    row: Row,
    person: StaffRecord,
    activity: ActivityOfFile,
    completedOn: string | null,
    host: string | null,
  ): undefined {
    const { draft, table, context } = this;
    const state = this.stateOf(row, activity, completedOn);
    if (state === undefined) return;
    const hours = this.hoursOf(row, "hours");
    const role = table.has("role") && row.text("role") !== "" ? context.keyOf("role", row.text("role")) : undefined;
    if (role === null) return draft.leaveOut();
    const id =
      context.lookups.participation(activity.id, person.id)?.id ?? naturalKey("participations", activity.id, person.id);
    const isNew = draft.add({
      collection: "participations",
      key: id,
      line: row.line,
      fields: {
        id,
        activity_id: activity.id,
        staff_id: person.id,
        ...(role === undefined ? {} : { role }),
        state,
        ...(hours === null ? {} : { hours_attended: hours }),
        ...(completedOn === null ? {} : { completed_on: completedOn }),
      },
      school_urn: schoolOfPerson(person, context),
      label: `${person.first_name ?? ""} ${person.last_name}`.trim(),
    });
    if (!isNew) {
      const line = draft.lineOf("participations", id);
      return draft.refuse(row, null, `is the same person in the same activity as on line ${line}, which stands`);
    }
    this.describe(row, activity, host);
  }

  private stateOf(row: Row, activity: ActivityOfFile, completedOn: string | null): string | undefined {
    const word = row.text("state");
    if (!this.table.has("state") || word === "") {
      this.draft.count(withoutState);
      if (completedOn !== null) return "completed";
      return activity.ends_on > this.context.today ? "booked" : "attended";
    }
    const key = this.context.keyOf("state", word);
    if (key === null) this.draft.leaveOut();
    else if (key === undefined)
      this.draft.refuse(row, this.table.heading("state"), "is no known word for attendance: match it with one");
    return key ?? undefined;
  }

  private hoursOf(row: Row, column: "hours" | "planned_hours"): number | null {
    if (!this.table.has(column)) return null;
    const heading = this.table.heading(column);
    const hours = readHours(row.cell(column), heading);
    if (hours !== undefined) return hours;
    this.draft.refuse(row, heading, "is no length of time, such as 1.5, 1:30 or 90 min; the rest of the row was read");
    return null;
  }

  private describe(row: Row, activity: ActivityOfFile, host: string | null): void {
    if (activity.fields === null) return;
    const provider = row.text("provider");
    if (provider !== "") {
      const id = this.activities.provider(provider, row.line, host);
      if (id === null)
        this.draft.refuse(
          row,
          this.table.heading("provider"),
          "is the name of several providers in the record; the rest of the row was read",
        );
      this.activities.describe(activity, "provider_id", id);
    }
    this.activities.describe(activity, "hours", this.hoursOf(row, "planned_hours"));
    const mode = row.text("delivery_mode");
    this.activities.describe(activity, "delivery_mode", mode === "" ? null : this.context.keyOf("delivery_mode", mode));
  }
}

const withoutState = (count: number) =>
  `${counted(count, "row does", "rows do")} not say who came: those with a day of completion were taken as completed, those of activities that are over as attended, and the others as booked.`;
