import { z } from "zod";

/** What somebody may be appointed as. */
export const role = z.enum([
  "system_administrator",
  "cpd_administrator",
  "trust_executive",
  "trustee",
  "cpd_lead",
  "governor",
]);
export type Role = z.infer<typeof role>;

/** An appointment as the record holds it; both days are part of the term. */
export const appointment = z.object({
  role,
  /** Null: the whole trust. */
  school_urn: z.string().nullable(),
  starts_on: z.iso.date().nullable(),
  ends_on: z.iso.date().nullable(),
});
export type Appointment = z.infer<typeof appointment>;

/** What the record says of a user, as far as the site needs it. */
export interface Account {
  userId: string;
  /** False: disabled in Directus. */
  isActive: boolean;
  appointments: Appointment[];
}

/** Whose records somebody works with: everybody's, those of some schools, or nobody's. */
export type Keeping = "all" | string[] | null;

/** Whether somebody keeps the records of all these schools; null: of the whole trust, which administrators do. */
export function keepsAll(keeps: Keeping, schoolUrns: readonly string[] | null): boolean {
  if (keeps === "all") return true;
  return keeps !== null && (schoolUrns?.every((urn) => keeps.includes(urn)) ?? false);
}

/** Somebody who is signed in, what they may see today, and what they may do. */
export interface Reader {
  userId: string;
  /** The part that lets them do most. */
  role: Role;
  /** Their part in their own words, such as "Governor, Hawthorn Primary". */
  label: string;
  /** Whether they read every school and the comparisons. */
  seesTrust: boolean;
  /** The schools they are appointed to; readers who see the trust need no appointment to a school. */
  schoolUrns: string[];
  /** Whose rows they may import, and whose portfolios they may open. */
  keeps: Keeping;
  /** Whether the whole record is theirs to take out, and what it holds about one person. */
  mayExport: boolean;
  /** Whether answers are too: they are opened by system administrators alone. */
  mayExportAnswers: boolean;
}

const trustRoles: readonly Role[] = ["system_administrator", "cpd_administrator", "trust_executive", "trustee"];

const administrators: readonly Role[] = ["system_administrator", "cpd_administrator"];

/** Administrators keep everybody's records, CPD leads those of the schools they are appointed to. */
function keepingOf(inForce: Appointment[]): Keeping {
  if (inForce.some((held) => administrators.includes(held.role))) return "all";
  const led = inForce.filter((held) => held.role === "cpd_lead").flatMap(({ school_urn }) => school_urn ?? []);
  return led.length > 0 ? [...new Set(led)] : null;
}

/** The parts as people are addressed; a policy has its own word for the lead. */
function titleOf(held: Role, leadTerm: string): string {
  const titles: Record<Role, string> = {
    system_administrator: "System administrator",
    cpd_administrator: "CPD administrator",
    trust_executive: "Executive",
    trustee: "Trustee",
    cpd_lead: leadTerm,
    governor: "Governor",
  };
  return titles[held];
}

/** The words that a label needs. */
export interface Words {
  leadTerm: string;
  /** A school's name, or null where it is not in the trust. */
  schoolName: (urn: string) => string | null;
}

/** What the label says: each part once, with its schools. */
function labelOf(inForce: Appointment[], words: Words): string {
  return [...new Set(inForce.map((held) => held.role))]
    .map((part) => {
      const schools = inForce
        .filter((held) => held.role === part && held.school_urn !== null)
        .map((held) => words.schoolName(held.school_urn!) ?? `school ${held.school_urn}`);
      return [titleOf(part, words.leadTerm), ...schools].join(", ");
    })
    .join("; ");
}

/**
 * Works out what somebody may see from the appointments in force on a day. Governors and CPD leads read the schools they are
 * appointed to: an appointment of theirs that names no school opens the trust's totals and no more.
 *
 * @param today - an ISO date
 * @returns null when no appointment is in force, or the user is disabled
 */
export function readerOn(today: string, account: Account, words: Words): Reader | null {
  const inForce = account.appointments.filter(
    ({ starts_on, ends_on }) => (starts_on === null || starts_on <= today) && (ends_on === null || today <= ends_on),
  );
  if (!account.isActive || inForce.length === 0) return null;
  const held = new Set(inForce.map((appointment) => appointment.role));
  return {
    userId: account.userId,
    role: role.options.find((known) => held.has(known))!,
    label: labelOf(inForce, words),
    seesTrust: trustRoles.some((known) => held.has(known)),
    schoolUrns: [...new Set(inForce.map((held) => held.school_urn).filter((urn) => urn !== null))],
    keeps: keepingOf(inForce),
    mayExport: administrators.some((known) => held.has(known)),
    mayExportAnswers: held.has("system_administrator"),
  };
}

/** Whether a reader may open a school's figures. */
export function maySeeSchool(reader: Reader, urn: string): boolean {
  return reader.seesTrust || reader.schoolUrns.includes(urn);
}
