import { HubError } from "../../../errors.ts";
import type { ImportContext } from "../../kind.ts";
import { ImportQuestion } from "../../question.ts";
import type { Table, TableRow } from "../../table.ts";
import { choosableActivities, wholeFile } from "../../words.ts";
import { type DayColumn, dayColumn } from "../day-column.ts";
import type { Wave } from "./standard-items.ts";

/** What an answer is about. */
export interface AboutActivity {
  /** Null: the staff survey. */
  activity_id: string | null;
  wave: Wave;
  /** Which staff survey, as `202627`. */
  survey_period: string | null;
  /** The activity's host school. */
  school_urn: string | null;
}

/** What a row is about, that it is left out, or why it cannot be told. */
export type AboutRow =
  | { activity: AboutActivity; isLeftOut?: never; reason?: never }
  | { activity?: never; isLeftOut: true; reason?: never }
  | { activity?: never; isLeftOut?: never; reason: string; heading: string | null };

/**
 * Why answers about an activity or survey cannot be imported. Those that came by links are counted together however few they are, so that
 * whoever could add answers of their own to them, and take them away again, would see the others.
 */
const asked = "is about something that people have links to: their answers come that way, and none are added to them";
const others =
  "is about an activity that no school hosts for which you may import: ask a CPD administrator to import its answers";
const allSchools = "is about the staff survey, which is every school's: ask a CPD administrator to import its answers";

/** Which activity and wave the answers of a file are about: by a column, or as somebody said for the whole file. */
export class ActivityOfAnswers {
  private readonly table: Table<string>;
  private readonly context: ImportContext;
  private readonly days: DayColumn;

  constructor(table: Table<string>, context: ImportContext) {
    this.table = table;
    this.context = context;
    // Surveys are kept on machines of several countries: a date that could be read two ways is not guessed.
    this.days = dayColumn(table.rows.map((row) => row.cell("activity_on")));
  }

  /** What a row is about. @throws HubError where nothing says it of the whole file either */
  of(row: TableRow<string>): AboutRow {
    const wave = this.keyIn(row, "wave");
    if (wave === null) return { isLeftOut: true };
    if (wave === undefined)
      return { reason: "does not say when people were asked: match the word", heading: this.table.heading("wave") };
    const heading = this.table.has("activity") ? this.table.heading("activity") : null;
    const { allowedSchoolUrns, lookups } = this.context;
    if (wave === "staff_survey") {
      if (allowedSchoolUrns !== null) return { reason: allSchools, heading: null };
      const activity = { ...this.survey(), wave } as const;
      return lookups.isAsked(activity) ? { reason: asked, heading: null } : { activity };
    }
    const key = this.keyIn(row, "activity");
    if (key === null) return { isLeftOut: true };
    if (key === undefined && heading === null) {
      throw new HubError({
        at: this.table.file,
        problem: "does not say which activity the answers are about",
        fix: 'Choose the activity for the whole file (column "activity"), or match a column that has its title',
      });
    }
    const on = this.days.read(row.cell("activity_on"));
    if (on.reason !== undefined) return { reason: on.reason, heading: this.table.heading("activity_on") };
    const known = key === undefined ? undefined : lookups.activities().find(({ id }) => id === key);
    const found = known ? { item: known } : lookups.activity(row.text("activity"), on.on);
    if (!found.item) {
      const reason = row.text("activity") === "" ? "does not say which activity it is about" : found.reason;
      return { reason: `${reason}: match it with an activity, or add the activity first`, heading };
    }
    const { id, school_urn } = found.item;
    if (choosableActivities([found.item], allowedSchoolUrns).length === 0) return { reason: others, heading };
    const activity = { activity_id: id, wave: wave as Wave, survey_period: null, school_urn };
    return lookups.isAsked(activity) ? { reason: asked, heading } : { activity };
  }

  private survey(): Omit<AboutActivity, "wave"> {
    const { year } = this.context;
    if (year !== undefined) return { activity_id: null, survey_period: String(year), school_urn: null };
    throw new ImportQuestion("year", {
      at: this.table.file,
      problem: "does not say which year's staff survey it is",
      fix: "Say so with --year, for example --year 2026/27",
    });
  }

  private keyIn(row: TableRow<string>, name: string): string | null | undefined {
    const word = this.table.has(name) ? row.text(name) : wholeFile;
    return word === "" ? undefined : this.context.keyOf(name, word);
  }
}
