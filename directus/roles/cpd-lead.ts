import { defineRole } from "./define.ts";

export default defineRole({
  id: "9d1f6a52-0b1e-4c55-9a10-0c0a5e000005",
  policyId: "9d1f6a52-0b1e-4c55-9a10-0c0a5f000005",
  key: "cpd_lead",
  name: "CPD lead",
  icon: "school",
  note: "Reads their own school on the site; has no Studio and reads no records.",
  hasStudio: false,
  isAdministrator: false,
  // Directus only checks their password; what they may read is on the site, by their appointments.
  permissions: {},
});
