import type { z } from "zod";
import type { Row } from "../warehouse.ts";
import { type Collection, keyOf, records } from "./records.ts";

/** One field for which a record was refused. Never holds the value: it may be about a person. */
export interface Reject {
  collection: Collection;
  record_id: string;
  field: string;
  reason: string;
}

/** Parts records into those that fit records.ts and the reasons, one for each field, why the others do not. */
export function checkRecords(collection: Collection, rows: Row[]): { accepted: Row[]; rejects: Reject[] } {
  const accepted: Row[] = [];
  const rejects: Reject[] = [];
  const schema = records[collection] as z.ZodType<Row>;
  for (const row of rows) {
    const parsed = schema.safeParse(row);
    if (parsed.success) accepted.push(parsed.data);
    else rejects.push(...refuse(collection, row, parsed.error.issues));
  }
  return { accepted, rejects };
}

function refuse(collection: Collection, row: Row, issues: z.core.$ZodIssue[]): Reject[] {
  const reasons = new Map<string, string>();
  for (const issue of issues) {
    const field = String(issue.path[0]);
    if (!reasons.has(field)) reasons.set(field, reasonOf(issue, row[field]));
  }
  const record_id = String(row[keyOf(collection)]);
  return [...reasons].map(([field, reason]) => ({ collection, record_id, field, reason }));
}

function reasonOf(issue: z.core.$ZodIssue, value: unknown): string {
  if (value === null || value === undefined || value === "") return "is empty";
  switch (issue.code) {
    case "invalid_value":
      return "is not one of the choices";
    case "invalid_format":
      return issue.format.startsWith("date") ? "is not a date" : "is not written as it should be";
    case "invalid_union":
      return "is not a number";
    case "invalid_type":
      return issue.expected === "number" || issue.expected === "int" ? "is not a number" : "is of the wrong kind";
    case "too_small":
      return "is too small";
    case "custom":
      return issue.message;
    default:
      return "does not fit";
  }
}
