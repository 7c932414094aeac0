import { publishedDate } from "../cells.ts";
import { keepBest, type OutcomeCandidate, schoolPlaces } from "../join-schools.ts";
import { naturalKey } from "../keys.ts";
import type { ImportContext, ImportKind } from "../kind.ts";
import { academicYear } from "../period.ts";
import { isUrn, type Place, rowFault } from "../published.ts";
import type { Sheet } from "../sheet.ts";
import { findColumns, placeColumns, type Table, type TableRow } from "../table.ts";
import { schoolsToJoin } from "../trust.ts";
import { counted, DraftOfRows } from "./draft.ts";
import {
  type CardColumn,
  cardMeasures,
  type GradedColumn,
  gradedMeasures,
  type InspectionColumn,
  inspectionColumns,
  type Judgement,
  readCardGrade,
  readGrade,
} from "./inspection-columns.ts";

type Row = TableRow<InspectionColumn>;

const cardNames = Object.keys(cardMeasures) as CardColumn[];
const gradedNames = Object.keys(gradedMeasures) as GradedColumn[];

/** The outcomes of the latest inspections of state-funded schools, as Ofsted publishes them each month. */
export const inspections: ImportKind = {
  name: "inspections",
  about: "Inspections: Ofsted's monthly file of state-funded schools, latest inspections",
  columns: inspectionColumns,
  recognise(sheet: Sheet) {
    const { places } = placeColumns(sheet, inspectionColumns, {});
    const has = (names: readonly InspectionColumn[]) => names.some((name) => places.has(name));
    return places.has("urn") && has([...gradedNames, ...cardNames]) && has(["graded_on", "card_on"]) ? 0.95 : 0;
  },
  read: (sheet, context) => new InspectionReader(findColumns(sheet, inspectionColumns), context).read(),
};

class InspectionReader {
  private readonly table: Table<InspectionColumn>;
  private readonly context: ImportContext;
  private readonly draft = new DraftOfRows();
  private readonly found: OutcomeCandidate[] = [];

  constructor(table: Table<InspectionColumn>, context: ImportContext) {
    this.table = table;
    this.context = context;
  }

  read() {
    const places = schoolPlaces(schoolsToJoin(this.table.file, this.context));
    for (const row of this.table.rows) {
      const fault = rowFault(row);
      const urn = row.text("urn");
      const place = places.get(urn);
      if (!isUrn(urn)) this.draft.refuse(row, this.table.heading("urn"), "is not a URN of six digits");
      else if (!place) this.draft.leaveOut();
      else if (fault !== undefined) this.draft.refuse(row, null, fault);
      else this.readSchool(row, place);
    }
    const best = keepBest(this.found);
    for (const candidate of best.kept) this.draft.add(candidate);
    for (const { line, column, reason } of best.refused) this.draft.refuse({ line }, column, reason);
    if (this.found.length === 0) this.draft.say("None of the trust's schools has an inspection in this file.");
    return this.draft.done();
  }

  private readSchool(row: Row, place: Place): void {
    const before = this.found.length;
    const hasCard = cardNames.some((name) => readCardGrade(row.text(name), name === "card_safeguarding"));
    if (hasCard) this.draft.count(withCard);
    this.readInspection(row, place, cardNames, cardMeasures, ["card_on", "card_urn"], (text, name) =>
      readCardGrade(text, name === "card_safeguarding"),
    );
    this.readInspection(row, place, gradedNames, gradedMeasures, ["graded_on", "graded_urn"], readGrade);
    if (this.found.length === before) this.draft.count(withoutInspection);
    if (row.text("overall").toLowerCase() === "not judged") this.draft.count(withoutOverall);
    const ungraded = publishedDate(row.cell("ungraded_on"));
    const latest = publishedDate(row.cell("graded_on"));
    if (ungraded && (!latest || ungraded > latest)) this.draft.count(withUngraded);
  }

  /** Adds the judgements of one inspection, in the academic year in which it began. */
  private readInspection<Name extends InspectionColumn>(
    row: Row,
    place: Place,
    names: readonly Name[],
    measures: Record<Name, string>,
    [onColumn, urnColumn]: [on: InspectionColumn, urn: InspectionColumn],
    read: (text: string, name: Name) => Judgement | null | undefined,
  ): void {
    const judgements = names.flatMap((name) => {
      if (!this.table.has(name)) return [];
      const judgement = read(row.text(name), name);
      if (judgement === undefined) this.draft.refuse(row, this.table.heading(name), "is no grade that Ofsted gives");
      return judgement ? [{ measure_code: measures[name], judgement }] : [];
    });
    if (judgements.length === 0) return;
    const on = publishedDate(row.cell(onColumn));
    if (!on) {
      const column = this.table.has(onColumn) ? this.table.heading(onColumn) : null;
      return void this.draft.refuse(row, column, "is no date, so the year of the inspection is not known");
    }
    const urnThen = row.text(urnColumn);
    const at = isUrn(urnThen) ? { ...place, published_urn: urnThen } : place;
    for (const { measure_code, judgement } of judgements)
      this.found.push(this.outcome(row, at, measure_code, on, judgement));
  }

  private outcome(row: Row, at: Place, measure_code: string, on: string, judgement: Judgement): OutcomeCandidate {
    const time_period = academicYear(Number(on.slice(0, 4)) - (on.slice(5, 7) < "09" ? 1 : 0));
    const key = naturalKey(
      "outcomes",
      "school",
      at.school_urn ?? "",
      measure_code,
      time_period,
      at.breakdown,
      at.category,
    );
    const fields = {
      id: key,
      ...at,
      measure_code,
      time_period,
      ...judgement,
      lower: null,
      upper: null,
      population: null,
      unit: "points",
      release_status: "final",
      source_title: `Ofsted, state-funded school inspections and outcomes: inspection of ${on}`,
      source_url:
        "https://www.gov.uk/government/statistical-data-sets/monthly-management-information-ofsteds-school-inspections-outcomes",
      publisher: "Ofsted",
      licence: "Open Government Licence v3.0",
      retrieved_on: this.context.today,
    };
    return {
      collection: "outcomes",
      key,
      line: row.line,
      fields,
      label: `${at.geography_name}, ${measure_code.replaceAll("_", " ")}`,
    };
  }
}

const schools = (count: number) => counted(count, "school", "schools");
const withCard = (count: number) =>
  `${schools(count)} ${count === 1 ? "has" : "have"} a report card, as given since November 2025. Its grades are kept as measures of their own: they cannot be compared with the grades before.`;
const withoutOverall = (count: number) =>
  `${schools(count)} ${count === 1 ? "has" : "have"} no overall grade, as none has been given since September 2024: not applicable, and not worked out from the others.`;
const withUngraded = (count: number) =>
  `${schools(count)} ${count === 1 ? "has" : "have"} had an ungraded inspection since. It gives no grades, so the earlier ones stand and it is not kept.`;
const withoutInspection = (count: number) =>
  `${schools(count)} ${count === 1 ? "has" : "have"} no inspection with grades in this file.`;
