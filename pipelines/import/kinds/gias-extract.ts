import { publishedDate } from "../cells.ts";
import { groupBy } from "../group.ts";
import type { Candidate, Draft, ImportContext, Refusal, SchoolRecord } from "../kind.ts";
import { dateInName } from "../period.ts";
import { columnsOf, isUrn } from "../published.ts";
import type { Sheet } from "../sheet.ts";
import { findColumns, type Table, type TableRow } from "../table.ts";
import { chosenTrust, isSameName } from "../trust.ts";
import { isPredecessorLink } from "./gias-predecessors.ts";
import { phaseOf, schoolCandidate } from "./gias-schools.ts";

// Head teachers' names are in these files too. They are not asked for, so they cannot be imported.
const headings = {
  urn: ["URN"],
  name: ["EstablishmentName"],
  type: ["TypeOfEstablishment (name)"],
  phase: ["PhaseOfEducation (name)"],
  authority_code: ["LA (code)"],
  authority: ["LA (name)"],
  opened: ["OpenDate"],
  closed: ["CloseDate"],
  pupils: ["NumberOfPupils"],
  trust_uid: ["Trusts (code)"],
  trust: ["Trusts (name)"],
  links: ["Linked establishments"],
} as const;
type Name = keyof typeof headings;
type Row = TableRow<Name>;
/** The columns read of the extract of establishments. */
export const extractColumns = columnsOf<Name>(headings, ["trust_uid", "links"]);

/**
 * The trust's schools from an extract of all establishments. Newer extracts give the trust's UID, older ones only its name, which is
 * matched with the names the trust has in the record.
 */
export function readExtract(sheet: Sheet, context: ImportContext): Draft {
  const table = findColumns(sheet, extractColumns);
  const uid = chosenTrust(sheet.file, context, namedTrusts(table));
  const extractedOn = dateInName(sheet.file) ?? context.today;
  const known = new Map(context.schools.map((school) => [school.urn, school]));
  const isOurs = (row: Row) =>
    table.has("trust_uid") && row.text("trust_uid") !== ""
      ? row.text("trust_uid") === uid
      : context.trustNames.some((name) => isSameName(name, row.text("trust")));

  const candidates: Candidate[] = [];
  const refused: Refusal[] = [];
  const undated: string[] = [];
  let notOurs = 0;
  let trust_name: string | undefined;
  for (const row of table.rows) {
    const school = known.get(row.text("urn"));
    const isMember = isOurs(row);
    const wasMember = school?.trust_uid === uid;
    if (!isMember && !wasMember) {
      notOurs += 1;
      continue;
    }
    const fault = faultOf(row);
    if (fault) {
      refused.push(fault);
      continue;
    }
    if (isMember) trust_name ??= row.text("trust");
    if (isMember && !(wasMember && school.trust_joined_on)) undated.push(row.text("urn"));
    const membership = isMember ? joining(row, uid, school, extractedOn) : leaving(row, school, extractedOn);
    candidates.push(schoolCandidate(row.text("urn"), row.line, { ...describe(row, school), ...membership }));
  }
  return {
    candidates,
    refused,
    not_ours: notOurs,
    notes: notesOf(table, context, uid, candidates, undated, extractedOn),
    trust_name,
  };
}

function describe(row: Row, school: SchoolRecord | undefined): Record<string, unknown> {
  const linked = [row.text("links"), ...row.beyond].flatMap((text) => {
    const match = /^(\d{6}) (.+)$/.exec(text);
    return match && isPredecessorLink(match[2]!) ? [match[1]!] : [];
  });
  return {
    name: row.text("name"),
    phase: phaseOf(row.text("phase"), row.text("type")),
    establishment_type: row.text("type") || null,
    local_authority_code: row.text("authority_code") || null,
    local_authority: row.text("authority") || null,
    opened_on: publishedDate(row.cell("opened")),
    closed_on: publishedDate(row.cell("closed")),
    pupils: row.text("pupils") === "" ? (school?.pupils ?? null) : Number(row.text("pupils").replaceAll(",", "")),
    predecessor_urns: [...new Set([...(school?.predecessor_urns ?? []), ...linked])].sort(),
  };
}

/**
 * An extract says that a school is in the trust, but not since when. Until the group links file gives the day it joined, the day of
 * the first extract that shows it stands for it: nothing is claimed about the years before.
 */
function joining(row: Row, uid: string, school: SchoolRecord | undefined, extractedOn: string) {
  const isSameTrust = school?.trust_uid === uid;
  const joined = isSameTrust && school.trust_joined_on ? school.trust_joined_on : extractedOn;
  const hasLeftSince = isSameTrust && school.trust_left_on !== null && school.trust_left_on > extractedOn;
  return {
    trust_uid: uid,
    trust_name: row.text("trust"),
    trust_joined_on: joined,
    trust_left_on: hasLeftSince ? school.trust_left_on : null,
  };
}

/** A school of the record that the extract shows without a trust because it has closed, or in another trust, has left. */
function leaving(row: Row, school: SchoolRecord | undefined, extractedOn: string) {
  if (!school || school.trust_left_on !== null || extractedOn <= (school.trust_joined_on ?? "")) return {};
  return { trust_left_on: publishedDate(row.cell("closed")) ?? extractedOn };
}

function faultOf(row: Row): Refusal | undefined {
  if (row.fault) return { line: row.line, column: null, reason: row.fault };
  if (!isUrn(row.text("urn"))) return { line: row.line, column: "URN", reason: "is not a URN of six digits" };
  if (row.text("name") === "") return { line: row.line, column: "EstablishmentName", reason: "is empty" };
  if (publishedDate(row.cell("opened")) === undefined)
    return { line: row.line, column: "OpenDate", reason: "is not a date" };
  if (publishedDate(row.cell("closed")) === undefined)
    return { line: row.line, column: "CloseDate", reason: "is not a date" };
  if (!/^[\d,]*$/.test(row.text("pupils")))
    return { line: row.line, column: "NumberOfPupils", reason: "is not a whole number" };
  return undefined;
}

function namedTrusts(table: Table<Name>) {
  const groups = groupBy(
    table.rows.filter((row) => row.text("trust") !== ""),
    (row) => row.text("trust"),
  );
  return [...groups].map(([name, rows]) => ({ uid: rows[0]!.text("trust_uid") || null, name, schools: rows.length }));
}

function notesOf(
  table: Table<Name>,
  context: ImportContext,
  uid: string,
  candidates: Candidate[],
  undated: string[],
  extractedOn: string,
): string[] {
  const notes: string[] = [];
  if (candidates.length === 0 && !table.has("trust_uid") && context.trustNames.length === 0) {
    notes.push(
      `This file names trusts without their UID, and the name of trust ${uid} is not known yet: import the group links file first.`,
    );
  } else if (candidates.length === 0) notes.push(`No school of trust ${uid} is in this file.`);
  if (undated.length > 0) {
    notes.push(
      `This file does not say when ${undated.join(", ")} joined the trust; until the group links file does, ${extractedOn} is taken, the first day they are known to be in it.`,
    );
  }
  return notes;
}
