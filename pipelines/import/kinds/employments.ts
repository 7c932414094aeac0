import { naturalKey } from "../keys.ts";
import type { ImportContext } from "../kind.ts";
import type { EmploymentRecord } from "../lookups.ts";
import { plainName } from "../match-staff.ts";
import type { Table, TableRow } from "../table.ts";
import { wholeFile } from "../words.ts";
import { type DayColumn, dayColumn } from "./day-column.ts";
import { counted, type DraftOfRows } from "./draft.ts";
import { readFullTimeShare } from "./quantities.ts";
import type { StaffColumn } from "./staff-columns.ts";
import type { PersonOfFile } from "./staff-people.ts";

type Row = TableRow<StaffColumn>;

/** What a row says of a post, before it is known which record it is. */
interface Spell {
  row: Row;
  person: PersonOfFile;
  schoolUrn: string;
  starts_on: string;
  role: string;
  fields: Record<string, unknown>;
}

/** Reads the posts of a staff export, and finds those that the record has already. */
export class EmploymentReader {
  private readonly table: Table<StaffColumn>;
  private readonly context: ImportContext;
  private readonly draft: DraftOfRows;
  private readonly days: DayColumn;
  private readonly spells: Spell[] = [];

  constructor(table: Table<StaffColumn>, context: ImportContext, draft: DraftOfRows) {
    this.table = table;
    this.context = context;
    this.draft = draft;
    const cells = (name: "starts_on" | "ends_on") => table.rows.map((row) => row.cell(name));
    // One system writes both columns, so that a date in either decides for both; England's write the day first.
    this.days = dayColumn([...cells("starts_on"), ...cells("ends_on")], "day_first");
  }

  /** Reads one row's post; false where the row is refused or left out. */
  read(row: Row, person: PersonOfFile, schoolUrn: string): boolean {
    const refuse = (column: StaffColumn | null, reason: string) => {
      this.draft.refuse(row, column && this.table.has(column) ? this.table.heading(column) : null, reason);
      return false;
    };
    const starts = this.days.read(row.cell("starts_on"));
    if (starts.reason !== undefined) return refuse("starts_on", starts.reason);
    if (starts.on === null) return refuse("starts_on", "is empty: the post needs its first day");
    const ends = this.days.read(row.cell("ends_on"));
    if (ends.reason !== undefined) return refuse("ends_on", ends.reason);
    if (ends.on !== null && ends.on < starts.on) return refuse("ends_on", "is before the first day of the post");
    const group = this.keyIn(row, "staff_group");
    if (group === null) {
      this.draft.leaveOut();
      return false;
    }
    if (group === undefined)
      return refuse("staff_group", "does not say which of the policy's staff groups it is: match the word with one");
    const contract =
      this.table.has("contract") && row.text("contract") !== "" ? this.keyIn(row, "contract") : "permanent";
    if (contract === null) {
      this.draft.leaveOut();
      return false;
    }
    if (contract === undefined)
      return refuse("contract", "is no known kind of contract: match it with permanent, fixed term or supply");
    const isTeacher = this.isTeacher(row, group);
    const fte = this.fte(row, isTeacher);
    const role = row.text("role_title");
    this.spells.push({
      row,
      person,
      schoolUrn,
      starts_on: starts.on,
      role: plainName(role),
      fields: {
        staff_id: person.id,
        school_urn: schoolUrn,
        staff_group: group,
        ...(role === "" ? {} : { role_title: role }),
        is_teacher: isTeacher,
        contract,
        ...(fte === null ? {} : { fte }),
        starts_on: starts.on,
        ...(ends.on === null ? {} : { ends_on: ends.on, ...this.destination(row) }),
      },
    });
    return true;
  }

  /** Gives every post that was read its key, and adds it. */
  finish(): void {
    const taken = new Set<string>();
    const lines = new Map<string, number>();
    for (const spell of this.spells) {
      const { person, schoolUrn, starts_on, role, row, fields } = spell;
      const post = JSON.stringify([person.id, schoolUrn, starts_on, role]);
      if (lines.has(post)) {
        this.draft.refuse(row, null, `is the same post of the same person as on line ${lines.get(post)}, which stands`);
        continue;
      }
      lines.set(post, row.line);
      const known = this.recordOf(spell, taken);
      const key = known?.id ?? this.newKey(spell);
      taken.add(key);
      const label = `${person.fields["first_name"] ?? ""} ${person.fields["last_name"]}`.trim();
      this.draft.add({ collection: "employments", key, line: row.line, fields: { id: key, ...fields }, label });
      if (known?.ends_on && fields["ends_on"] === undefined) this.draft.count(reopened);
      else if (!known && fields["ends_on"] === undefined && this.hasOpenPost(spell)) this.draft.count(overlapping);
    }
    if (this.days.isAssumed)
      this.draft.say("No date shows whether the day or the month comes first; they were read with the day first.");
  }

  /** The record of the same post: the same person, school and first day, and the same title where there are several. */
  private recordOf({ person, schoolUrn, starts_on, role }: Spell, taken: Set<string>): EmploymentRecord | undefined {
    const same = this.context.lookups
      .employmentsOf(person.id)
      .filter(
        (post) => post.school_urn === schoolUrn && post.starts_on.slice(0, 10) === starts_on && !taken.has(post.id),
      );
    return same.find((post) => plainName(post.role_title ?? "") === role) ?? (same.length === 1 ? same[0] : undefined);
  }

  /** A second post of the same person, school and first day is told by its title too. */
  private newKey({ person, schoolUrn, starts_on, role }: Spell): string {
    const key = naturalKey("employments", person.id, schoolUrn, starts_on);
    const isFirst = this.draft.lineOf("employments", key) === undefined;
    return isFirst ? key : naturalKey("employments", person.id, schoolUrn, starts_on, role);
  }

  private hasOpenPost({ person, schoolUrn, starts_on }: Spell): boolean {
    return this.context.lookups
      .employmentsOf(person.id)
      .some((post) => post.school_urn === schoolUrn && post.starts_on < starts_on && post.ends_on === null);
  }

  private keyIn(row: Row, column: StaffColumn): string | null | undefined {
    const word = this.table.has(column) ? row.text(column) : wholeFile;
    return word === "" ? undefined : this.context.keyOf(column, word);
  }

  private isTeacher(row: Row, group: string): boolean {
    const said = this.table.has("is_teacher") ? this.keyIn(row, "is_teacher") : undefined;
    if (said) return said === "yes";
    return this.context.policy.staff_groups.find(({ key }) => key === group)?.is_teacher ?? false;
  }

  private fte(row: Row, isTeacher: boolean): number | null {
    if (!this.table.has("fte")) return null;
    const week = Number(row.text("full_week"));
    const fullWeek = row.text("full_week") !== "" && week > 0 && week <= 60 ? week : null;
    const heading = this.table.heading("fte");
    const share = readFullTimeShare(row.cell("fte"), heading, fullWeek, isTeacher);
    if (share.reason !== undefined) {
      this.draft.refuse(row, heading, share.reason);
      return null;
    }
    if (share.isByUsualWeek) this.draft.count(byUsualWeek);
    return share.fte;
  }

  private destination(row: Row): { destination?: string } {
    if (!this.table.has("destination") || row.text("destination") === "") return {};
    const key = this.keyIn(row, "destination");
    if (key) return { destination: key };
    this.draft.refuse(
      row,
      this.table.heading("destination"),
      "is no known destination: match it with one; the post's end was read",
    );
    return {};
  }
}

const reopened = (count: number) =>
  `${counted(count, "post has", "posts have")} ended in the record but ${count === 1 ? "has" : "have"} no last day in the file, and ${count === 1 ? "was" : "were"} left ended.`;
const overlapping = (count: number) =>
  `${counted(count, "new post begins", "new posts begin")} while the record has an earlier post of the same person at the same school that has not ended. If the person moved post, give the earlier one its last day.`;
const byUsualWeek = (count: number) =>
  `${counted(count, "full-time equivalent was", "full-time equivalents were")} worked out from hours, against a full week of 32.5 hours for teachers and 37 for others. Match a column with the hours of a full week if yours are others.`;
