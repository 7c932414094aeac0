import { HubError } from "../../errors.ts";
import { publishedNumber, publishedShare } from "../cells.ts";
import { naturalKey } from "../keys.ts";
import type { ImportContext, ImportKind } from "../kind.ts";
import { academicYearLabel, readAcademicYear, yearOfFile } from "../period.ts";
import { rowFault } from "../published.ts";
import type { Sheet } from "../sheet.ts";
import { findColumns, placeColumns, type Table, type TableRow } from "../table.ts";
import { counted, DraftOfRows } from "./draft.ts";
import { headingOfPupils, type VoiceColumn, voiceColumns } from "./pupil-voice-columns.ts";
import { schoolIn } from "./school-column.ts";

type Row = TableRow<VoiceColumn>;

/** How pupils of one school answered one question in one year. */
interface Tally {
  school_urn: string;
  measure_code: string;
  time_period: number;
  question: string;
  line: number;
  /** By year group or class; "" where the file has none. */
  groups: Map<string, { answered: number; favourable: number; line: number }>;
}

/** The summary of a pupil survey: how many answered each question, and how many favourably. Never one row for each pupil. */
export const pupilVoice: ImportKind = {
  name: "pupil_voice",
  about: "Pupil voice: the summary of a pupil survey, with how many answered each question and how many favourably",
  isForSchools: true,
  columns: voiceColumns,
  recognise(sheet: Sheet) {
    const { places } = placeColumns(sheet, voiceColumns, {});
    const has = (...names: VoiceColumn[]) => names.some((name) => places.has(name));
    if (!has("theme") || !has("favourable", "share", "strongly_agree")) return 0;
    return has("answered", "disagree") ? 0.92 : 0.6;
  },
  read(sheet, context) {
    const table = findColumns(sheet, voiceColumns);
    const ofPupils = headingOfPupils(table.headings);
    if (ofPupils !== undefined) {
      throw new HubError({
        at: sheet.file,
        problem: `has a column headed "${ofPupils}", so it seems to have a row for each pupil`,
        fix: "Import counts alone: for each school and question, how many pupils answered and how many favourably",
      });
    }
    const isCounted = table.has("answered") && (table.has("favourable") || table.has("share"));
    if (!isCounted && !table.has("strongly_agree")) {
      throw new HubError({
        at: sheet.file,
        problem: "does not say how many pupils answered and how many of them favourably",
        fix: "Match its columns with how many answered and how many favourably, or with the number of each answer",
      });
    }
    return new VoiceReader(table, context).read();
  },
};

class VoiceReader {
  private readonly table: Table<VoiceColumn>;
  private readonly context: ImportContext;
  private readonly draft = new DraftOfRows();
  private readonly tallies = new Map<string, Tally>();

  constructor(table: Table<VoiceColumn>, context: ImportContext) {
    this.table = table;
    this.context = context;
  }

  read() {
    for (const row of this.table.rows) this.readRow(row);
    const byTheme = new Map<string, Tally[]>();
    for (const tally of this.tallies.values()) {
      const theme = JSON.stringify([tally.school_urn, tally.measure_code, tally.time_period]);
      byTheme.set(theme, [...(byTheme.get(theme) ?? []), tally]);
    }
    for (const tallies of byTheme.values()) this.addTheme(tallies);
    return this.draft.done();
  }

  private readRow(row: Row): undefined {
    const { draft, table, context } = this;
    const fault = rowFault(row);
    if (fault !== undefined) return draft.refuse(row, null, fault);
    const at = schoolIn(table, row, context);
    if (at.isOurs === false) return draft.leaveOut();
    if (at.reason !== undefined) return draft.refuse(row, table.heading("school"), at.reason);
    if (at.urn === null)
      return draft.refuse(
        row,
        table.has("school") ? table.heading("school") : null,
        "does not say which school it is about",
      );
    const word = row.text("theme");
    const measure_code = word === "" ? undefined : context.keyOf("theme", word);
    if (measure_code === null) return draft.leaveOut();
    if (measure_code === undefined)
      return draft.refuse(
        row,
        table.heading("theme"),
        "does not say which theme it is about: match it with one, or leave its rows out",
      );
    const time_period = this.yearOf(row);
    if (time_period === undefined)
      return draft.refuse(row, table.heading("year"), "is no academic year, such as 2025/26");
    const counts = this.countsOf(row);
    if (!counts) return;
    const question = row.text("question");
    const key = JSON.stringify([at.urn, measure_code, time_period, question.toLowerCase()]);
    const tally = this.tallies.get(key) ?? {
      school_urn: at.urn,
      measure_code,
      time_period,
      question,
      line: row.line,
      groups: new Map(),
    };
    const group = (isYearGroup(row.text("year")) ? row.text("year") : row.text("group")).toLowerCase();
    const before = tally.groups.get(group);
    if (before)
      return draft.refuse(row, null, `is about the same pupils and question as line ${before.line}, which stands`);
    tally.groups.set(group, { ...counts, line: row.line });
    this.tallies.set(key, tally);
  }

  private yearOf(row: Row): number | undefined {
    const text = row.text("year");
    if (text !== "" && !isYearGroup(text)) return readAcademicYear(text);
    return yearOfFile(this.table.file, undefined, this.context.year);
  }

  /** How many answered and how many favourably, by counts, by a share, or by the number of each answer. */
  private countsOf(row: Row): { answered: number; favourable: number } | undefined {
    const { draft, table } = this;
    const count = (name: VoiceColumn): number | undefined => {
      const read = publishedNumber(row.cell(name));
      if (
        row.text(name) === "" ||
        (read?.value !== null && read !== undefined && Number.isInteger(read.value) && read.value >= 0)
      )
        return read?.value ?? 0;
      draft.refuse(row, table.heading(name), "is no number of pupils");
      return undefined;
    };
    const sum = (...names: VoiceColumn[]) => {
      const counts = names.filter((name) => table.has(name)).map(count);
      return counts.some((each) => each === undefined)
        ? undefined
        : counts.reduce<number>((all, each) => all + each!, 0);
    };
    const isByAnswer = !table.has("favourable") && !table.has("share");
    const favourable = isByAnswer
      ? sum("strongly_agree", "agree")
      : table.has("favourable")
        ? count("favourable")
        : undefined;
    const against = isByAnswer ? sum("neither", "disagree", "strongly_disagree") : 0;
    const answered = isByAnswer ? (favourable ?? 0) + (against ?? 0) : count("answered");
    if (answered === undefined || against === undefined) return undefined;
    if (answered === 0)
      return draft.refuse(row, table.has("answered") ? table.heading("answered") : null, "says that nobody answered");
    if (isByAnswer || table.has("favourable")) {
      if (favourable === undefined) return undefined;
      if (favourable <= answered) return { answered, favourable };
      return draft.refuse(row, table.heading("favourable"), "is more than the number who answered");
    }
    const share = publishedShare(row.cell("share"), table.heading("share"));
    if (share?.value === null || share === undefined)
      return draft.refuse(row, table.heading("share"), "is no share between 0% and 100%");
    return { answered, favourable: share.value * answered };
  }

  /** Adds a theme's figure and those of its questions; where too few answered, that there is one, and no number. */
  private addTheme(tallies: Tally[]): void {
    const least = this.context.policy.threshold_leaving;
    const summed = tallies.map((tally) => ({ ...tally, ...added(tally) }));
    const shown = summed.filter(({ answered }) => answered >= least);
    if (shown.length < summed.length) this.draft.count(tooFew(least), summed.length - shown.length);
    const { question: _, ...theme } = summed[0]!;
    const all = shown.reduce((sum, { answered }) => sum + answered, 0);
    const favourable = shown.reduce((sum, one) => sum + one.favourable, 0);
    // A question with too few answers is not in the theme either, from which it could be taken away again.
    const answered = Math.max(0, ...shown.map((one) => one.answered));
    this.add(theme, "total", "Total", all === 0 ? null : { share: favourable / all, answered });
    for (const one of summed) {
      if (one.question === "") continue;
      this.add(
        one,
        "question",
        one.question.slice(0, 200),
        one.answered < least ? null : { share: one.favourable / one.answered, answered: one.answered },
      );
    }
  }

  private add(
    { school_urn, measure_code, time_period, line }: Omit<Tally, "question">,
    breakdown: string,
    category: string,
    figure: { share: number; answered: number } | null,
  ): void {
    const id = naturalKey("outcomes", "school", school_urn, measure_code, time_period, breakdown, category);
    const name = this.context.schools.find(({ urn }) => urn === school_urn)?.name ?? school_urn;
    const fields = {
      id,
      geographic_level: "school",
      school_urn,
      published_urn: null,
      geography_code: null,
      geography_name: name,
      breakdown,
      category,
      measure_code,
      time_period,
      value: figure ? Math.round(figure.share * 1e6) / 1e6 : null,
      lower: null,
      upper: null,
      population: figure?.answered ?? null,
      unit: "percent",
      status_code: figure ? "" : "c",
      source_code: null,
      release_status: "final",
      source_title: `Pupil survey ${academicYearLabel(time_period)}`,
      publisher: this.context.trustNames[0] ?? name,
      licence: "Not published",
      retrieved_on: this.context.today,
    };
    this.draft.add({
      collection: "outcomes",
      key: id,
      line,
      fields,
      label: `${name}, ${measure_code.replaceAll("_", " ")}`,
    });
  }
}

/** The counts of a question: those of the row for the whole school where there is one, else of all its year groups or classes. */
function added({ groups }: Tally): { answered: number; favourable: number } {
  const whole = [...groups].find(([group]) =>
    /^(all|total|whole school|school|overall|everyone|all years)$/.test(group),
  )?.[1];
  const counts = whole ? [whole] : [...groups.values()];
  return {
    answered: counts.reduce((sum, { answered }) => sum + answered, 0),
    favourable: counts.reduce((sum, { favourable }) => sum + favourable, 0),
  };
}

/** Whether a cell headed Year holds an age and not a year of the calendar. */
function isYearGroup(text: string): boolean {
  return /^((y|yr|year)\s?)?\d{1,2}$|^(reception|nursery|eyfs|ks\s?\d|key stage \d|all|total|all years)$/i.test(text);
}

const tooFew = (least: number) => (count: number) =>
  `${counted(count, "question was answered", "questions were answered")} by fewer than ${least} pupils of a school: kept as suppressed, without numbers, and in no theme.`;
