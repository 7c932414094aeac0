import { naturalKey } from "../keys.ts";
import type { ImportContext } from "../kind.ts";
import type { StaffNames, StaffRecord } from "../lookups.ts";
import { plainName } from "../match-staff.ts";

/** Somebody of a staff export. */
export interface PersonOfFile {
  id: string;
  /** The fields of `staff` that the file speaks for: only those it fills. */
  fields: Record<string, string>;
  /** Null: not in the record yet. */
  record: StaffRecord | null;
}

/** Who a row is about, or why that cannot be told. */
export type PersonFound =
  | { person: PersonOfFile; isNamesake: boolean; reason?: never }
  | { person?: never; reason: string };

/** First and last name of `Example, Ada` and of `Ms Ada Example`; the last word is the last name. */
export function splitName(whole: string): { first_name: string; last_name: string } {
  const comma = /^([^,]+),\s*([^,]+)$/.exec(whole.trim());
  if (comma) return { first_name: comma[2]!.trim(), last_name: comma[1]!.trim() };
  const words = whole
    .trim()
    .replace(/^(mr|mrs|ms|miss|mx|dr|prof|professor|rev|sir|dame)\.?\s+(?=\S)/i, "")
    .split(/\s+/);
  return { first_name: words.slice(0, -1).join(" "), last_name: words.at(-1) ?? "" };
}

/**
 * The people of a staff export: found in the record by e-mail, reference or name, and otherwise new. Rows with the same e-mail, the same
 * reference and name, or, where they have neither, the same name are one person.
 */
export class PeopleOfFile {
  private readonly context: ImportContext;
  private readonly people = new Map<string, PersonOfFile>();

  constructor(context: ImportContext) {
    this.context = context;
  }

  /** Everybody of the record who is in the file. */
  found(): Set<string> {
    return new Set([...this.people.values()].flatMap(({ record }) => (record ? [record.id] : [])));
  }

  /** Who a row is about, at a school. */
  find(named: StaffNames, schoolUrn: string): PersonFound {
    const names = withSplitName(named);
    const email = names.email?.toLowerCase() ?? "";
    const reference = names.mis_reference?.toLowerCase() ?? "";
    const name = plainName(`${names.first_name} ${names.last_name}`);
    if (name === "") return { reason: "has no name" };
    const aliases = [email && `email ${email}`, reference && `reference ${reference} ${name}`].filter(Boolean);
    if (aliases.length === 0) aliases.push(`name ${name}`);
    const known = aliases.map((alias) => this.people.get(alias)).find(Boolean);
    if (known) {
      for (const alias of aliases) this.people.set(alias, known);
      return { person: known, isNamesake: false };
    }
    const found = this.findInRecord(names, schoolUrn);
    if (found.reason !== undefined) return found;
    const { record, isNamesake } = found;
    const id = record?.id ?? naturalKey("staff", ...(email ? ["email", email] : [reference, name]));
    const person = { id, fields: fieldsOf(id, names, record), record };
    for (const alias of aliases) this.people.set(alias, person);
    return { person, isNamesake };
  }

  private findInRecord(
    names: Required<StaffNames>,
    schoolUrn: string,
  ): { record: StaffRecord | null; isNamesake: boolean; reason?: never } | { reason: string } {
    const { lookups } = this.context;
    const there = lookups.staff({ ...names, school_urn: schoolUrn });
    const { school_urn: _, ...anywhere } = names;
    const found = there.item || there.isAmbiguous ? there : lookups.staff(anywhere);
    if (!found.item) {
      if (!found.isAmbiguous) return { record: null, isNamesake: false };
      return { reason: `${found.reason}: give their e-mail or their reference in the school's system` };
    }
    const same = (one: string | null, other: string) => plainName(one ?? "") === plainName(other);
    const { item } = found;
    if (names.email && same(item.email, names.email)) return { record: item, isNamesake: false };
    const isSameName = same(`${item.first_name ?? ""} ${item.last_name}`, `${names.first_name} ${names.last_name}`);
    if (names.mis_reference && same(item.mis_reference, names.mis_reference)) {
      // One of the names may change, as on marriage. With both, it is somebody else's reference, at another school or given again.
      const isLikeNamed =
        isSameName || same(item.first_name, names.first_name) || same(item.last_name, names.last_name);
      if (isLikeNamed) return { record: item, isNamesake: false };
      return { reason: "has the reference of somebody in the record with another name: correct the one that is wrong" };
    }
    const isOther = (one: string | null, other: string) => Boolean(one) && other !== "" && !same(one, other);
    if (isOther(item.mis_reference, names.mis_reference)) return { record: null, isNamesake: true };
    if (isOther(item.email, names.email))
      return {
        reason:
          "has the name of somebody in the record whose e-mail is another: give the reference, or correct the e-mail",
      };
    return { record: item, isNamesake: false };
  }
}

function withSplitName(names: StaffNames): Required<StaffNames> {
  const trimmed = (text = "") => text.replace(/\s+/g, " ").trim();
  const split = trimmed(names.last_name) === "" ? splitName(trimmed(names.full_name)) : undefined;
  return {
    mis_reference: trimmed(names.mis_reference),
    email: trimmed(names.email),
    first_name: split?.first_name ?? trimmed(names.first_name),
    last_name: split?.last_name ?? trimmed(names.last_name),
    full_name: "",
    school_urn: "",
  };
}

/** What the file says of somebody; never less than the record knows, and never another reference, as each school may have its own. */
function fieldsOf(id: string, names: Required<StaffNames>, record: StaffRecord | null): Record<string, string> {
  const { first_name, last_name, email, mis_reference } = names;
  const said = { first_name, last_name, email, mis_reference: record?.mis_reference ? "" : mis_reference };
  return { id, ...Object.fromEntries(Object.entries(said).filter(([, text]) => text !== "")) };
}
