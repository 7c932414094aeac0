import { HubError } from "../../errors.ts";
import { naturalKey } from "../keys.ts";
import type { ImportContext, ImportKind } from "../kind.ts";
import { rowFault } from "../published.ts";
import type { Sheet } from "../sheet.ts";
import { findColumns, placeColumns, type Table, type TableRow } from "../table.ts";
import { wholeFile } from "../words.ts";
import { amountColumns, type CostColumn, costColumns } from "./cost-columns.ts";
import { type DayColumn, dayColumn } from "./day-column.ts";
import { DraftOfRows } from "./draft.ts";
import { readPounds } from "./quantities.ts";
import { schoolIn } from "./school-column.ts";

type Row = TableRow<CostColumn>;

/** What was spent or set aside, and on what: one amount a row, or a column for each kind of cost. */
export const costs: ImportKind = {
  name: "costs",
  about:
    "Costs and budgets: invoices or claims with amount and date, or a column each for fees, travel, cover and so on",
  isForSchools: true,
  needs: ["activities", "programmes", "subscriptions"],
  columns: costColumns,
  recognise(sheet: Sheet) {
    const { places } = placeColumns(sheet, costColumns, {});
    const has = (...names: CostColumn[]) => names.some((name) => places.has(name));
    const kinds = Object.keys(amountColumns).filter((name) => places.has(name as CostColumn)).length;
    if (!has("incurred_on") || !(has("amount") || kinds > 1)) return 0;
    return has("kind") || kinds > 1 ? 0.9 : has("activity", "reference", "school") ? 0.8 : 0.5;
  },
  read(sheet, context) {
    const table = findColumns(sheet, costColumns);
    const names = Object.keys(amountColumns) as (keyof typeof amountColumns)[];
    if (!table.has("amount") && !names.some((name) => table.has(name))) {
      throw new HubError({
        at: sheet.file,
        problem: "has no column with amounts",
        fix: "Match one of its columns with the amount, or those for fees, travel and so on with theirs",
      });
    }
    return new CostReader(table, context).read();
  },
};

/** What a cost belongs to. */
type Bearer = Partial<Record<"activity_id" | "programme_id" | "subscription_id" | "school_urn", string>>;

class CostReader {
  private readonly table: Table<CostColumn>;
  private readonly context: ImportContext;
  private readonly draft = new DraftOfRows();
  private readonly days: DayColumn;

  constructor(table: Table<CostColumn>, context: ImportContext) {
    this.table = table;
    this.context = context;
    const cells = (name: "incurred_on" | "activity_on") => table.rows.map((row) => row.cell(name));
    this.days = dayColumn([...cells("incurred_on"), ...cells("activity_on")], "day_first");
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
    const incurred = this.days.read(row.cell("incurred_on"));
    if (incurred.on === undefined) return draft.refuse(row, table.heading("incurred_on"), incurred.reason);
    if (incurred.on === null) return draft.refuse(row, table.heading("incurred_on"), "is empty: a cost needs its day");
    const at = schoolIn(table, row, context);
    if (at.isOurs === false) return draft.leaveOut();
    if (at.reason !== undefined) return draft.refuse(row, table.heading("school"), at.reason);
    const bearer = this.bearerOf(row, incurred.on);
    if (!bearer) return;
    if (at.urn !== null) bearer.fields.school_urn = at.urn;
    for (const { kind, amount } of this.amountsOf(row)) this.add(row, kind, amount, incurred.on, bearer);
  }

  /** What the row's costs belong to: an activity, else a programme or a subscription, else the school's or the trust's budget. */
  private bearerOf(
    row: Row,
    incurredOn: string,
  ): { fields: Bearer; school_urn: string | null; label: string } | undefined {
    const { draft, table, context } = this;
    const title = row.text("activity");
    if (title !== "") {
      const on = this.days.read(row.cell("activity_on"));
      if (on.reason !== undefined) return draft.refuse(row, table.heading("activity_on"), on.reason);
      const named = context.lookups.activity(title, on.on);
      const isOpen = !named.item && named.isAmbiguous;
      const found = isOpen && on.on === null ? context.lookups.activity(title, incurredOn) : named;
      if (found.item) {
        const { id, school_urn, title: label } = found.item;
        return { fields: { activity_id: id }, school_urn, label };
      }
      const advice = "import the training register first, or correct the title";
      return draft.refuse(
        row,
        table.heading("activity"),
        isOpen && named.reason ? named.reason : `${found.reason}: ${advice}`,
      );
    }
    for (const what of ["programme", "subscription"] as const) {
      const name = row.text(what);
      if (name === "") continue;
      const found = context.lookups[what](name);
      if (!found.item) return draft.refuse(row, table.heading(what), found.reason);
      const { id, school_urn, title: label } = found.item;
      return { fields: what === "programme" ? { programme_id: id } : { subscription_id: id }, school_urn, label };
    }
    return { fields: {}, school_urn: null, label: "" };
  }

  /** The row's amounts with their kinds: one, or those of the columns that are one kind each. */
  private amountsOf(row: Row): { kind: string; amount: number }[] {
    const names = Object.keys(amountColumns) as (keyof typeof amountColumns)[];
    const wide = names.filter((name) => this.table.has(name));
    if (!this.table.has("amount")) {
      return wide.flatMap((name) => {
        const amount = this.amountIn(row, name);
        return amount ? [{ kind: amountColumns[name], amount }] : [];
      });
    }
    const amount = this.amountIn(row, "amount");
    if (amount === undefined) return [];
    if (amount === null) {
      this.draft.refuse(row, this.table.heading("amount"), "is empty");
      return [];
    }
    const word = this.table.has("kind") ? row.text("kind") : wholeFile;
    const kind = word === "" ? undefined : this.context.keyOf("kind", word);
    if (kind === null) this.draft.leaveOut();
    else if (kind === undefined)
      this.draft.refuse(
        row,
        this.table.has("kind") ? this.table.heading("kind") : null,
        "does not say what kind of cost it is: match the word with fees, travel, cover or another",
      );
    return kind ? [{ kind, amount }] : [];
  }

  private amountIn(row: Row, name: CostColumn): number | null | undefined {
    const amount = readPounds(row.cell(name));
    if (typeof amount === "number" || amount === null) return amount;
    this.draft.refuse(
      row,
      this.table.heading(name),
      amount === "negative"
        ? "is less than nothing: take what was paid back off the cost it belongs to"
        : "is no amount in pounds, such as £1,250.00",
    );
    return undefined;
  }

  /** Adds one cost. The same invoice, or else the same cost on the same day, is told apart by its place among its like. */
  private add(
    row: Row,
    kind: string,
    amount: number,
    incurred_on: string,
    bearer: { fields: Bearer; school_urn: string | null; label: string },
  ): void {
    const reference = row.text("reference");
    const parts =
      reference === ""
        ? [incurred_on, String(amount), ...Object.entries(bearer.fields).flat()]
        : ["reference", reference.toLowerCase()];
    for (let place = 1; ; place += 1) {
      const id = naturalKey("costs", kind, ...parts, ...(place === 1 ? [] : [place]));
      const isNew = this.draft.add({
        collection: "costs",
        key: id,
        line: row.line,
        fields: { id, kind, amount, incurred_on, ...bearer.fields },
        school_urn: bearer.fields.school_urn ?? bearer.school_urn,
        label: bearer.label,
      });
      if (isNew) return;
    }
  }
}
