import { defineRole } from "./define.ts";

export default defineRole({
  id: "9d1f6a52-0b1e-4c55-9a10-0c0a5e000004",
  policyId: "9d1f6a52-0b1e-4c55-9a10-0c0a5f000004",
  key: "trustee",
  name: "Trustee",
  icon: "account_balance",
  note: "Reads every school on the site; has no Studio and reads no records.",
  hasStudio: false,
  isAdministrator: false,
  // Directus only checks their password; what they may read is on the site, by their appointments.
  permissions: {},
});
