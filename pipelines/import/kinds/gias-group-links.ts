import { HubError } from "../../errors.ts";
import { publishedDate } from "../cells.ts";
import { groupBy } from "../group.ts";
import type { Candidate, Draft, ImportContext, Refusal } from "../kind.ts";
import { columnsOf, isUrn, rowFault } from "../published.ts";
import type { Sheet } from "../sheet.ts";
import { findColumns, type TableRow } from "../table.ts";
import { chosenTrust, isSameName } from "../trust.ts";
import { phaseOf, schoolCandidate } from "./gias-schools.ts";

const headings = {
  urn: ["URN"],
  uid: ["Linked UID"],
  group: ["Group Name"],
  group_type: ["Group Type"],
  closed: ["Closed Date"],
  joined: ["Joined date"],
  name: ["EstablishmentName"],
  type: ["TypeOfEstablishment (name)"],
  phase: ["PhaseOfEducation (name)"],
  authority_code: ["LA (code)"],
  authority: ["LA (name)"],
} as const;
type Name = keyof typeof headings;
type Row = TableRow<Name>;
/** The columns read of the group links file. */
export const groupLinkColumns = columnsOf<Name>(headings, ["closed", "type", "phase", "authority_code", "authority"]);

/** A school's row for its trust, as against its sponsor's. */
const isTrustRow = (row: Row) => /trust$/i.test(row.text("group_type"));

/**
 * Who belongs to the trust and since when, from the group links file: one row for each school and group, so a school has one for its
 * trust and often another for its sponsor, which is left alone. The latest membership counts.
 *
 * What an establishment file says about a school is fuller: this file fills in only what the record lacks.
 */
export function readGroupLinks(sheet: Sheet, context: ImportContext): Draft {
  const table = findColumns(sheet, groupLinkColumns);
  const uid = chosenTrust(sheet.file, context, largestTrusts(table.rows));
  const trustRows = table.rows.filter(isTrustRow);
  if (!trustRows.some((row) => row.text("uid") === uid)) refuseUnknownTrust(sheet.file, uid, table.rows);

  const refused: Refusal[] = [];
  const candidates: Candidate[] = [];
  const own = new Map<string, Row>();
  const elsewhere = new Map<string, Row>();
  for (const row of trustRows) {
    const isOwn = row.text("uid") === uid;
    const fault = isOwn ? faultOf(row, table.heading("joined")) : undefined;
    if (fault) {
      refused.push(fault);
      continue;
    }
    const found = isOwn ? own : elsewhere;
    const other = found.get(row.text("urn"));
    if (!other || joinedOn(other) <= joinedOn(row)) found.set(row.text("urn"), row);
  }
  for (const [urn, row] of own) {
    const known = context.schools.find((school) => school.urn === urn);
    const moved = elsewhere.get(urn);
    const hasMoved = moved !== undefined && joinedOn(moved) > joinedOn(row);
    candidates.push(
      schoolCandidate(urn, row.line, {
        name: known?.name ?? row.text("name"),
        phase: known?.phase ?? phaseOf(row.text("phase"), row.text("type")),
        establishment_type: known?.establishment_type ?? (row.text("type") || null),
        local_authority_code: known?.local_authority_code ?? (row.text("authority_code") || null),
        local_authority: known?.local_authority ?? (row.text("authority") || null),
        trust_uid: uid,
        trust_name: row.text("group"),
        trust_joined_on: publishedDate(row.cell("joined")),
        trust_left_on:
          publishedDate(row.cell("closed")) ?? (hasMoved ? joinedOn(moved) : (known?.trust_left_on ?? null)),
      }),
    );
  }
  // A school of the record that the file shows only in another trust has left.
  for (const school of context.schools.filter(
    (known) => known.trust_uid === uid && !own.has(known.urn) && !known.trust_left_on,
  )) {
    const moved = elsewhere.get(school.urn);
    if (!moved || joinedOn(moved) <= (school.trust_joined_on ?? "")) continue;
    candidates.push(schoolCandidate(school.urn, moved.line, { trust_left_on: joinedOn(moved) }));
  }
  const used = new Set([...candidates, ...refused].map(({ line }) => line));
  const trust_name = trustRows.find((row) => row.text("uid") === uid)?.text("group");
  return {
    candidates,
    refused,
    not_ours: table.rows.filter((row) => !used.has(row.line)).length,
    notes: [],
    trust_name,
  };
}

const joinedOn = (row: Row) => publishedDate(row.cell("joined")) ?? "";

function faultOf(row: Row, joinedHeading: string): Refusal | undefined {
  const fault = rowFault(row);
  if (fault) return { line: row.line, column: null, reason: fault };
  if (!isUrn(row.text("urn"))) return { line: row.line, column: "URN", reason: "is not a URN of six digits" };
  if (!row.text("name")) return { line: row.line, column: "EstablishmentName", reason: "is empty" };
  if (publishedDate(row.cell("joined")) === undefined)
    return { line: row.line, column: joinedHeading, reason: "is not a date" };
  if (publishedDate(row.cell("closed")) === undefined)
    return { line: row.line, column: "Closed Date", reason: "is not a date" };
  return undefined;
}

function largestTrusts(rows: Row[]) {
  const groups = groupBy(rows.filter(isTrustRow), (row) => row.text("uid"));
  return [...groups].map(([uid, schools]) => ({ uid, name: schools[0]!.text("group"), schools: schools.length }));
}

function refuseUnknownTrust(file: string, uid: string, rows: Row[]): never {
  const sponsor = rows.find((row) => row.text("uid") === uid);
  const namesake =
    sponsor && rows.find((row) => isTrustRow(row) && isSameName(row.text("group"), sponsor.text("group")));
  if (!sponsor) {
    throw new HubError({
      at: file,
      problem: `has no trust with UID ${uid}`,
      fix: "Check the UID on the trust's page at get-information-schools.service.gov.uk",
    });
  }
  throw new HubError({
    at: file,
    problem: `UID ${uid} is not a trust but a ${sponsor.text("group_type").toLowerCase()}`,
    fix: namesake ? `Use the trust of the same name, UID ${namesake.text("uid")}` : "Use the UID of the trust itself",
  });
}
