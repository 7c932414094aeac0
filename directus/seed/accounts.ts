import type { Account } from "../accounts.ts";

/** Somebody who may sign in to the demo; whoever makes the account gives it a password. */
export type DemoAccount = Omit<Account, "password">;

/**
 * One account for each role; the CPD lead and the governor are of the same primary school. Directus takes no address
 * that ends in .example, so these are under example.org, which is kept for examples as well.
 */
export const demoAccounts: readonly DemoAccount[] = [
  account("system_administrator", "Sage", "Lanternbeck", null),
  account("cpd_administrator", "Coral", "Thimblewick", null),
  account("trust_executive", "Alder", "Copperdale", null),
  account("trustee", "Marlow", "Honeystone", null),
  account("cpd_lead", "Briar", "Ottermere", "900001"),
  account("governor", "Linden", "Quillgate", "900001"),
];

/** CPD leads of the other schools, who are appointed but not shown; Thistleby has nobody. */
export const demoLeads: readonly DemoAccount[] = [
  lead("Fennel", "Barleywick", "900002"),
  lead("Teal", "Cobblegate", "900003"),
  lead("Wren", "Featherholt", "900005"),
  lead("Onyx", "Maplestile", "900006"),
  lead("Sorrel", "Winterbank", "900007"),
  lead("Plover", "Hazelcroft", "900008"),
];

function lead(first_name: string, last_name: string, school_urn: string): DemoAccount {
  const email = `${first_name}.${last_name}@larkmoor.example.org`.toLowerCase();
  const appointments = [{ role: "cpd_lead", school_urn, starts_on: "2022-09-01" }];
  return { email, role: "cpd_lead", first_name, last_name, appointments };
}

function account(role: string, first_name: string, last_name: string, school_urn: string | null): DemoAccount {
  const email = `${role.replaceAll("_", "-")}@larkmoor.example.org`;
  return { email, role, first_name, last_name, appointments: [{ role, school_urn, starts_on: "2022-09-01" }] };
}
