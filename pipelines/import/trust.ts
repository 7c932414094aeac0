import { HubError } from "../errors.ts";
import type { ImportContext, SchoolRecord } from "./kind.ts";
import { ownSchools } from "./kind.ts";
import { ImportQuestion } from "./question.ts";

/** A trust that a file names, with how many of its schools are in the file. */
export interface NamedTrust {
  /** Null in files that give names only. */
  uid: string | null;
  name: string;
  schools: number;
}

/**
 * The chosen trust's UID.
 *
 * @param named - the trusts in the file, to be offered when none has been chosen
 * @throws HubError that says how to choose one, with the likeliest trusts of the file
 */
export function chosenTrust(file: string, context: ImportContext, named: NamedTrust[] = []): string {
  if (context.trustUid !== null) return context.trustUid;
  const likely = [...named]
    .sort((a, b) => b.schools - a.schools || a.name.localeCompare(b.name))
    .slice(0, 5)
    .map(
      ({ uid, name, schools }) =>
        `${name} (${uid ? `UID ${uid}, ` : ""}${schools} ${schools === 1 ? "school" : "schools"})`,
    );
  const offer = likely.length > 0 ? `. In this file, the largest are: ${likely.join("; ")}` : "";
  throw new ImportQuestion("trust_uid", {
    at: file,
    problem: `no trust has been chosen yet${offer}`,
    fix: "Add --trust and the trust's UID, for example --trust 3190; the UID is on the trust's page at get-information-schools.service.gov.uk",
  });
}

/**
 * The trust's schools, for files that are joined to them.
 *
 * @throws HubError when no trust has been chosen, and when the record has none of its schools yet
 */
export function schoolsToJoin(file: string, context: ImportContext): SchoolRecord[] {
  const uid = chosenTrust(file, context);
  const schools = ownSchools(context);
  if (schools.length > 0) return schools;
  throw new HubError({
    at: file,
    problem: `the record has no schools of trust ${uid} to join it to`,
    fix: "First import the group links file of Get Information about Schools: npm run import -- gias <file> --trust <UID>",
  });
}

/** Whether two names are the same but for capitals, spaces and full stops. */
export function isSameName(one: string, other: string): boolean {
  const plain = (name: string) =>
    name
      .toLowerCase()
      .replace(/[.\s]+/g, " ")
      .trim();
  return plain(one) !== "" && plain(one) === plain(other);
}

/**
 * Whether a trust may be chosen here.
 *
 * @throws HubError when its UID is no number, and on a hub with the invented trust
 */
export function requireTrustUid(uid: string | undefined, hasDemo: boolean | undefined): void {
  if (uid === undefined) return;
  if (!/^\d+$/.test(uid)) {
    throw new HubError({
      at: "the trust",
      problem: "its UID is not a number",
      fix: "Give the trust's group UID, for example 3190; on the command line as --trust 3190",
    });
  }
  if (hasDemo) {
    throw new HubError({
      at: "the trust",
      problem: "this hub holds the invented trust, and real schools are never mixed with invented training",
      fix: "Start an empty one, DATA_DIR=data-ours npm start -- --empty, and import into it with the same DATA_DIR",
    });
  }
}
