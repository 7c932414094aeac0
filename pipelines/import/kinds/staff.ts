import type { ImportContext, ImportKind } from "../kind.ts";
import { rowFault } from "../published.ts";
import type { Sheet } from "../sheet.ts";
import { findColumns, placeColumns, type Table, type TableRow } from "../table.ts";
import { wholeFile } from "../words.ts";
import { counted, DraftOfRows } from "./draft.ts";
import { EmploymentReader } from "./employments.ts";
import { namesIn, needPeople } from "./person-columns.ts";
import { schoolIn } from "./school-column.ts";
import { type StaffColumn, staffColumns } from "./staff-columns.ts";
import { PeopleOfFile, type PersonOfFile } from "./staff-people.ts";

/** Staff and their posts, as a school's own system exports them: one row for each spell in one post. */
export const staff: ImportKind = {
  name: "staff",
  about:
    "Staff and their posts: an export of the school's own system (SIMS, Arbor, Bromcom or another), one row for each post",
  isForSchools: true,
  needs: ["staff", "employments"],
  columns: staffColumns,
  recognise,
  read(sheet, context) {
    const table = findColumns(sheet, staffColumns);
    needPeople(table);
    const draft = new DraftOfRows();
    const people = new PeopleOfFile(context);
    const employments = new EmploymentReader(table, context, draft);
    const schools = new Set<string>();
    for (const row of table.rows) {
      const at = schoolOf(table, row, context, draft);
      if (!at) continue;
      const person = personOf(row, at, people, draft);
      if (!person) continue;
      schools.add(at);
      if (!employments.read(row, person, at)) continue;
      const label = `${person.fields["first_name"] ?? ""} ${person.fields["last_name"]}`.trim();
      draft.add({ collection: "staff", key: person.id, line: row.line, fields: person.fields, school_urn: at, label });
    }
    employments.finish();
    countMissing([...schools], people.found(), context, draft);
    return draft.done();
  },
};

/** A file about people's posts names people, and days on which posts began. */
function recognise(sheet: Sheet): number {
  const { places } = placeColumns(sheet, staffColumns, {});
  const has = (...names: StaffColumn[]) => names.some((name) => places.has(name));
  if (!has("last_name", "full_name") || !has("starts_on")) return 0;
  const posts = [has("contract"), has("fte"), has("ends_on"), has("staff_group")].filter(Boolean).length;
  return [0.3, 0.6, 0.8, 0.9, 0.95][posts]!;
}

function schoolOf(
  table: Table<StaffColumn>,
  row: TableRow<StaffColumn>,
  context: ImportContext,
  draft: DraftOfRows,
): string | undefined {
  const fault = rowFault(row);
  const said = fault === undefined ? schoolIn(table, row, context) : undefined;
  const urn = said?.isOurs ? said.urn : null;
  const isOthers = urn !== null && context.allowedSchoolUrns?.includes(urn) === false;
  if (urn !== null && !isOthers) return urn;
  if (said?.isOurs === false || isOthers) draft.leaveOut();
  else if (fault !== undefined) draft.refuse(row, null, fault);
  else if (said?.reason !== undefined) draft.refuse(row, table.heading("school"), said.reason);
  else
    draft.refuse(row, table.has("school") ? table.heading("school") : null, "does not say at which school the post is");
  return undefined;
}

const emailPattern = /^[^@\s]+@[^@\s]+\.[^@\s]+$/;

function personOf(
  row: TableRow<StaffColumn>,
  schoolUrn: string,
  people: PeopleOfFile,
  draft: DraftOfRows,
): PersonOfFile | undefined {
  const names = namesIn(row);
  const isEmail = emailPattern.test(names.email ?? "");
  if (names.email && !isEmail) draft.count(notEmails);
  const found = people.find({ ...names, email: isEmail ? names.email! : "" }, schoolUrn);
  if (found.reason !== undefined) {
    draft.refuse(row, null, found.reason);
    return undefined;
  }
  if (found.isNamesake) draft.count(namesakes);
  return found.person;
}

/** Says how many are in post at the file's schools and not in the file; ends their posts only where somebody chose so. */
function countMissing(schools: string[], found: Set<string>, context: ImportContext, draft: DraftOfRows): void {
  const { lookups, today } = context;
  const open = lookups
    .staffOf(schools)
    .filter(({ id }) => !found.has(id))
    .map((person) => ({
      person,
      posts: lookups
        .employmentsOf(person.id)
        .filter(({ school_urn, ends_on }) => schools.includes(school_urn) && (ends_on === null || ends_on > today)),
    }))
    .filter(({ posts }) => posts.length > 0);
  if (open.length === 0) return;
  const isEnded = context.keyOf("missing", wholeFile) === "left";
  const are = counted(open.length, "person in post at these schools is", "people in post at these schools are");
  draft.say(
    `${are} not in the file. ${isEnded ? `Their posts end on ${today}, as you chose.` : "Their posts stay as they are."}`,
  );
  for (const { person, posts } of isEnded ? open : []) {
    for (const { id, school_urn } of posts) {
      draft.add({
        collection: "employments",
        key: id,
        line: 0,
        fields: { id, staff_id: person.id, school_urn, ends_on: today, destination: "unknown" },
        school_urn,
        label: `${person.first_name ?? ""} ${person.last_name}`.trim(),
      });
    }
  }
}

const notEmails = (count: number) =>
  `${counted(count, "row has an e-mail", "rows have an e-mail")} that is not a whole address; it was left out.`;
const namesakes = (count: number) =>
  `${counted(count, "person has", "people have")} the name of somebody in the record with another reference, and ${count === 1 ? "is" : "are"} taken for somebody else.`;
