import { describe, expect, test } from "vitest";
import { nextAddress } from "../src/session/next-address.ts";
import { type Account, type Appointment, maySeeSchool, type Role, readerOn } from "../src/session/reader.ts";
import { isCurrent } from "../src/session/session.ts";
import { countTries } from "../src/session/tries.ts";

const words = {
  leadTerm: "CPD coordinator",
  schoolName: (urn: string) => (urn === "900001" ? "Hawthorn Primary" : null),
};

const appointed = (role: Role, school_urn: string | null, term: Partial<Appointment> = {}): Appointment => ({
  role,
  school_urn,
  starts_on: "2025-09-01",
  ends_on: null,
  ...term,
});

const account = (...appointments: Appointment[]): Account => ({
  userId: "u1",
  isActive: true,
  appointments,
});
const today = "2026-11-20";

describe("what a reader may see", () => {
  const table: [Role, string | null, seesTrust: boolean, ownSchool: boolean, otherSchool: boolean][] = [
    ["system_administrator", null, true, true, true],
    ["cpd_administrator", null, true, true, true],
    ["trust_executive", null, true, true, true],
    ["trustee", null, true, true, true],
    ["cpd_lead", "900001", false, true, false],
    ["cpd_lead", null, false, false, false],
    ["governor", "900001", false, true, false],
    ["governor", null, false, false, false],
  ];

  test.for(table)("a %s of %s", ([role, urn, seesTrust, own, other]) => {
    const reader = readerOn(today, account(appointed(role, urn)), words)!;
    expect(reader).toMatchObject({ seesTrust });
    expect(maySeeSchool(reader, "900001")).toBe(own);
    expect(maySeeSchool(reader, "900002")).toBe(other);
  });

  const duties: [Role, string | null, keeps: unknown, mayExport: boolean, mayExportAnswers: boolean][] = [
    ["system_administrator", null, "all", true, true],
    ["cpd_administrator", null, "all", true, false],
    ["trust_executive", null, null, false, false],
    ["trustee", null, null, false, false],
    ["cpd_lead", "900001", ["900001"], false, false],
    ["cpd_lead", null, null, false, false],
    ["governor", "900001", null, false, false],
  ];

  test.for(duties)("a %s of %s imports and takes out what is theirs", ([role, urn, keeps, mayExport, answers]) => {
    const reader = readerOn(today, account(appointed(role, urn)), words)!;
    expect(reader).toMatchObject({ userId: "u1", role, keeps, mayExport, mayExportAnswers: answers });
  });

  test("who governs one school and leads another imports for the one they lead", () => {
    const held = account(appointed("governor", "900001"), appointed("cpd_lead", "900002"));
    expect(readerOn(today, held, words)).toMatchObject({ role: "cpd_lead", keeps: ["900002"] });
  });

  test("several appointments add up, and each part is named once with its schools", () => {
    const held = account(
      appointed("governor", "900001"),
      appointed("governor", "900009"),
      appointed("cpd_lead", "900001"),
    );
    const reader = readerOn(today, held, words)!;
    expect(reader.schoolUrns).toEqual(["900001", "900009"]);
    expect(reader.label).toBe("Governor, Hawthorn Primary, school 900009; CPD coordinator, Hawthorn Primary");
  });

  const terms: [Partial<Appointment>, inForce: boolean][] = [
    [{ starts_on: "2026-11-20" }, true],
    [{ starts_on: "2026-11-21" }, false],
    [{ starts_on: null }, true],
    [{ ends_on: "2026-11-20" }, true],
    [{ ends_on: "2026-11-19" }, false],
  ];

  test.for(terms)("a term of %j opens the school: %s", ([term, inForce]) => {
    expect(readerOn(today, account(appointed("governor", "900001", term)), words) !== null).toBe(inForce);
  });

  test("a disabled user sees nothing, whatever their appointments", () => {
    expect(readerOn(today, { ...account(appointed("trustee", null)), isActive: false }, words)).toBeNull();
  });
});

describe("a session", () => {
  const hour = 60 * 60 * 1000;
  const session = (signedInAt: number, seenAt: number) => ({
    account: account(),
    checkedAt: seenAt,
    signedInAt,
    seenAt,
  });

  test("ends after half a day without use", () => {
    expect(isCurrent(session(0, 0), 11.9 * hour)).toBe(true);
    expect(isCurrent(session(0, 0), 12 * hour)).toBe(false);
  });

  test("ends after a week however much it is used", () => {
    expect(isCurrent(session(0, 167 * hour), 167.9 * hour)).toBe(true);
    expect(isCurrent(session(0, 167 * hour), 168 * hour)).toBe(false);
  });
});

describe("tries at signing in", () => {
  const limits = {
    account: { points: 3, duration: 900, blockDuration: 300 },
    address: { points: 5, duration: 900, blockDuration: 900 },
  };

  test("an account waits five minutes after three wrong tries, from whatever address and however it is spelt", async () => {
    const tries = countTries(limits);
    for (const address of ["a", "b", "c"]) expect(await tries.begin("ada@school.example", address)).toBe(0);
    expect(await tries.begin(" Ada@School.example ", "d")).toBe(5);
    expect(await tries.begin("bea@school.example", "d")).toBe(0);
  });

  test("an address waits when it tries many accounts", async () => {
    const tries = countTries(limits);
    for (const email of ["a", "b", "c", "d", "e"]) expect(await tries.begin(email, "192.0.2.1")).toBe(0);
    expect(await tries.begin("f", "192.0.2.1")).toBe(15);
  });

  test("tries made at the same moment are all counted", async () => {
    const tries = countTries(limits);
    const waits = await Promise.all(
      Array.from({ length: 5 }, (_, at) => tries.begin("ada@school.example", String(at))),
    );
    expect(waits.filter((wait) => wait === 0)).toHaveLength(3);
  });

  test("a right password forgives the wrong ones before it", async () => {
    const tries = countTries(limits);
    for (let at = 0; at < 9; at += 1) {
      expect(await tries.begin("ada@school.example", "192.0.2.1")).toBe(0);
      await tries.forgive("ada@school.example", "192.0.2.1");
    }
  });
});

describe("where sign-in leads", () => {
  const origin = "https://cpd.example.org";

  test.for([
    ["/schools/900001?year=202526", "/schools/900001?year=202526"],
    [null, "/"],
    ["", "/"],
    ["https://elsewhere.example/", "/"],
    ["//elsewhere.example/", "/"],
    ["/\\elsewhere.example/", "/"],
    ["/\t/elsewhere.example/", "/"],
    ["/..//elsewhere.example/", "/"],
    ["javascript:alert(1)", "/"],
    ["/sign-in?next=/", "/"],
    ["/sign-out", "/"],
  ] as const)("%j leads to %s", ([asked, leadsTo]) => {
    expect(nextAddress(asked, origin)).toBe(leadsTo);
  });
});
