import type { ImportColumn } from "../table.ts";
import { choicesFrom, knownWords } from "./draft.ts";
import { schoolColumn } from "./school-column.ts";
import { activityColumn } from "./training-columns.ts";

/** Columns that hold amounts of one kind of cost each, as spreadsheets kept by hand have them. */
export const amountColumns = {
  fees: "fees",
  travel: "travel",
  venue: "venue",
  resources: "resources",
  cover: "cover",
  staff_time: "staff_time",
} as const;

/** The columns of a file of costs. */
export type CostColumn =
  | "reference"
  | "kind"
  | "amount"
  | "incurred_on"
  | "activity"
  | "activity_on"
  | "programme"
  | "subscription"
  | "school"
  | keyof typeof amountColumns;

const kinds = {
  choices: choicesFrom({
    fees: "Fees",
    travel: "Travel",
    venue: "Venue",
    resources: "Resources",
    cover: "Supply cover",
    staff_time: "Staff time",
    budget: "Budget",
  }),
  knownKey: knownWords({
    budget: /budget|allocation|allowance/,
    cover: /cover|supply/,
    travel: /travel|mileage|rail|train (fare|ticket)|taxi|hotel|accommodation|subsistence|parking|flight/,
    venue: /venue|room|hall\b|catering|refreshment|lunch/,
    resources: /resource|book|material|software|licen[cs]e|print|stationery|equipment/,
    staff_time: /staff time|overtime|toil|release time/,
    fees: /fee|course|training|conference|registration|tuition|delegate|consultan|speaker|trainer/,
  }),
};

const amountOf = (label: string, ...headings: string[]): ImportColumn => ({
  headings: [label, ...headings],
  optional: true,
  label: `Amount: ${label.toLowerCase()}`,
  note: "Where the file has a column for each kind of cost",
});

/** How files of costs head what they hold. */
export const costColumns: Record<CostColumn, ImportColumn> = {
  reference: {
    headings: [
      "Invoice number",
      "Invoice no",
      "Invoice ref",
      "Transaction ID",
      "Transaction number",
      "Transaction ref",
      "Order number",
      "PO number",
      "Claim number",
      "Reference",
      "Ref",
    ],
    optional: true,
    label: "Number of the invoice or claim",
    note: "By which a later file finds the same cost again",
  },
  kind: {
    headings: [
      "Cost type",
      "Kind",
      "Type",
      "Category",
      "Expense type",
      "Nominal",
      "Ledger code",
      "Account",
      "Description",
    ],
    optional: true,
    label: "Kind",
    note: "Fees, travel, venue, resources, supply cover, staff time or budget",
    forFile: {},
    ...kinds,
  },
  amount: {
    headings: [
      "Amount",
      "Amount (£)",
      "Cost",
      "Cost (£)",
      "Total",
      "Total cost",
      "Net",
      "Net amount",
      "Value",
      "Gross",
      "Price",
      "Budget",
    ],
    optional: true,
    label: "Amount",
    note: "In pounds",
  },
  fees: amountOf("Fees", "Course fee", "Course fees", "Fee", "Course cost"),
  travel: amountOf("Travel", "Travel cost", "Travel costs", "Travel and subsistence"),
  venue: amountOf("Venue", "Venue cost", "Venue and catering", "Catering"),
  resources: amountOf("Resources", "Resource cost", "Materials"),
  cover: amountOf("Supply cover", "Cover", "Cover cost", "Supply", "Supply cost"),
  staff_time: amountOf("Staff time", "Staff time cost", "Release time"),
  incurred_on: {
    headings: [
      "Invoice date",
      "Date of invoice",
      "Transaction date",
      "Posting date",
      "Paid on",
      "Payment date",
      "Date paid",
      "Claim date",
      "Date",
      "Course date",
      "From",
    ],
    label: "Date",
    note: "The day of the invoice; for a budget, the first day it covers",
  },
  activity: { ...activityColumn, optional: true, note: "Its title, where the cost belongs to one" },
  activity_on: {
    headings: ["Course date", "Activity date", "Training date", "Event date", "Session date", "Date of course"],
    optional: true,
    label: "First day of the activity",
    note: "Where several have the same title",
  },
  programme: { headings: ["Programme", "Programme title", "Project"], optional: true, label: "Programme" },
  subscription: {
    headings: ["Subscription", "Contract", "Service level agreement", "SLA"],
    optional: true,
    label: "Subscription",
  },
  school: { ...schoolColumn, note: "Whose budget it is; empty: the trust's" },
};
