import { createHash } from "node:crypto";
import { cellText } from "../../cells.ts";
import { groupBy } from "../../group.ts";
import { naturalKey } from "../../keys.ts";
import type { Draft, ImportContext } from "../../kind.ts";
import { rowFault } from "../../published.ts";
import type { Table, TableRow } from "../../table.ts";
import { counted, DraftOfRows } from "../draft.ts";
import { schoolIn } from "../school-column.ts";
import { type AboutActivity, ActivityOfAnswers } from "./about.ts";
import type { SurveyColumns } from "./columns.ts";
import { sayWhatIsLeftOut } from "./left-out.ts";
import { type Question, questionsOf } from "./questions.ts";
import type { StoredAnswer } from "./scales.ts";
import { hideSmallGroups, type Whereabouts } from "./small-groups.ts";
import type { Survey } from "./survey.ts";

/** What one person answered, before it is known what may be kept of where they work. */
interface AnswerSet {
  about: AboutActivity;
  whereabouts: Whereabouts;
  /** The school by which whoever imports may speak for it. */
  schoolUrn: string | null;
  /** By the scale, since answers on different scales are kept apart. */
  answers: Map<string, Record<string, StoredAnswer>>;
  /** The row as the file has it, to tell sets apart within the file. */
  text: string;
}

/** Reads the answers of an export so that nothing that is kept leads to a person. */
export class AnswerSetReader {
  private readonly survey: Survey;
  private readonly table: Table<string>;
  private readonly context: ImportContext;
  private readonly draft = new DraftOfRows();
  private readonly questions: Question[];
  private readonly activities: ActivityOfAnswers;
  /** Every row as the file has it, by its line. */
  private readonly texts: Map<number, string>;
  /** Belongs to this content of a file, in whatever order its rows are. */
  private readonly fingerprint: string;

  constructor(survey: Survey, found: SurveyColumns, table: Table<string>, context: ImportContext) {
    this.survey = survey;
    this.table = table;
    this.context = context;
    this.questions = questionsOf(survey, found, table, context);
    this.activities = new ActivityOfAnswers(table, context);
    this.texts = new Map(survey.sheet.rows.map(({ line, cells }) => [line, JSON.stringify(cells.map(cellText))]));
    this.fingerprint = createHash("sha256")
      .update([...this.texts.values()].sort().join("\n"))
      .digest("hex");
  }

  read(): Draft {
    const sets = this.table.rows.flatMap((row) => this.setOf(row) ?? []);
    for (const same of groupBy(sets, ({ about }) => JSON.stringify([about.activity_id, about.wave])).values())
      this.keep(same);
    const read = new Set(this.questions.map(({ name }) => this.table.heading(name)));
    sayWhatIsLeftOut(this.survey, read, this.table.rows, this.draft);
    if (sets.length > 0) {
      this.draft.say(sameFile);
      this.draft.say(fromTomorrow);
    }
    const draft = this.draft.done();
    // In the order of their random keys, which is not the order in which people answered.
    draft.candidates.sort((one, other) => (one.key < other.key ? -1 : 1));
    return draft;
  }

  private setOf(row: TableRow<string>): AnswerSet | undefined {
    const { draft, context, table } = this;
    const fault = rowFault(row);
    if (fault !== undefined) return draft.refuse(row, null, fault);
    const answers = this.answersOf(row);
    if (answers.size === 0) {
      draft.count(withoutAnswers);
      return undefined;
    }
    const about = this.activities.of(row);
    if (about.reason !== undefined) return draft.refuse(row, about.heading, about.reason);
    if (about.isLeftOut) return draft.leaveOut();
    const at = schoolIn(table, row, context);
    if (at.isOurs === false) return draft.leaveOut();
    if (at.reason !== undefined) return draft.refuse(row, table.heading("school"), at.reason);
    const schoolUrn = at.urn ?? about.activity.school_urn;
    const isAllowed = context.allowedSchoolUrns === null || context.allowedSchoolUrns.includes(schoolUrn ?? "");
    if (!isAllowed) return draft.leaveOut();
    const word = row.text("staff_group");
    const staff_group = word === "" ? null : context.keyOf("staff_group", word);
    if (word !== "" && staff_group === null) return draft.leaveOut();
    if (staff_group === undefined)
      return draft.refuse(
        row,
        table.heading("staff_group"),
        "is no staff group of the policy: match the word with one, or do not read the column",
      );
    return {
      about: about.activity,
      whereabouts: { school_urn: at.urn, staff_group },
      schoolUrn,
      answers,
      text: this.texts.get(row.line) ?? "",
    };
  }

  private answersOf(row: TableRow<string>): AnswerSet["answers"] {
    const answers: AnswerSet["answers"] = new Map();
    for (const { name, key, scale, read } of this.questions) {
      const answer = read(row.cell(name));
      if (answer === undefined)
        this.draft.refuse(
          row,
          this.table.heading(name),
          "is no answer on the scale of this question; the other answers were read",
        );
      if (answer === undefined || answer === null) continue;
      answers.set(scale, { ...answers.get(scale), [key]: answer });
    }
    return answers;
  }

  /**
   * Adds the answers about one activity and wave. Nothing in an answer says whose it is, so its key is made of the whole file's content
   * and its place in it: the same file gives the same keys, and a key says nothing to anybody who does not have the file.
   */
  private keep(sets: AnswerSet[]): void {
    const { threshold_signed_in: least } = this.context.policy;
    const { activity_id, wave, survey_period } = sets[0]!.about;
    const inOrder = [...sets].sort((one, other) => (one.text < other.text ? -1 : one.text > other.text ? 1 : 0));
    const kept = hideSmallGroups(
      inOrder.map(({ whereabouts }) => whereabouts),
      least,
    );
    const hidden = inOrder.filter(
      ({ whereabouts }, index) =>
        whereabouts.school_urn !== kept[index]!.school_urn || whereabouts.staff_group !== kept[index]!.staff_group,
    );
    if (hidden.length > 0) this.draft.count(withoutWhereabouts(least), hidden.length);
    if (sets.length < least) this.draft.count(tooFew(least), sets.length);
    for (const [index, { answers, schoolUrn }] of inOrder.entries()) {
      for (const [scale_id, given] of answers) {
        const id = naturalKey(
          "evaluations",
          this.fingerprint,
          activity_id ?? survey_period ?? "",
          wave,
          scale_id,
          index,
        );
        this.draft.add({
          collection: "evaluations",
          key: id,
          line: 0,
          fields: {
            id,
            activity_id,
            ...kept[index]!,
            wave,
            ...(survey_period === null ? {} : { survey_period }),
            batch: this.batchOf(activity_id ?? survey_period ?? "", wave, scale_id),
            questionnaire: `imported_${wave}`,
            scale_id,
            answers: given,
          },
          school_urn: schoolUrn,
          // What somebody said is never changed, however the columns are matched the next time.
          isOnlyIfMissing: true,
        });
      }
    }
  }

  /**
   * A number that the answers of this file about one thing share, so that they enter the figures together or not at all: the day of the
   * import, in days since 2000, and three digits of the file's own. Those of late answers to links are small.
   */
  private batchOf(about: string, wave: string, scale: string): number {
    const key = naturalKey("batch", this.fingerprint, about, wave, scale);
    const days = (Date.parse(this.context.today) - Date.parse("2000-01-01")) / 86_400_000;
    return days * 1000 + (Number.parseInt(key.slice(0, 8), 16) % 1000);
  }
}

const sameFile =
  "Nothing in an answer says whose it is, so these are known by the file as a whole: importing the same file again adds nothing. A fuller export of the same form is another file: undo this import before you import that one.";
const fromTomorrow =
  "Answers enter the figures in groups, from the day after their import, so that no figure tells what one of them said.";
const withoutAnswers = (count: number) => `${counted(count, "row has", "rows have")} no answer that was read.`;
const withoutWhereabouts = (least: number) => (count: number) =>
  `School or staff group was left out of ${counted(count, "answer", "answers")}, as fewer than ${least} people answered from there.`;
const tooFew = (least: number) => (count: number) =>
  `${counted(count, "answer is", "answers are")} about an activity with fewer than ${least} answers in this file: kept, but in no figure.`;
