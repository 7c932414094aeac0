import { defineRole } from "./define.ts";

export default defineRole({
  id: "9d1f6a52-0b1e-4c55-9a10-0c0a5e000008",
  policyId: "9d1f6a52-0b1e-4c55-9a10-0c0a5f000008",
  key: null,
  name: "Service: site",
  icon: "public",
  note: "Reads who may sign in and what they may see; changes nothing.",
  hasStudio: false,
  isAdministrator: false,
  permissions: {
    appointments: ["read"],
    directus_users: ["read"],
    policy: ["read"],
    schools: ["read"],
  },
});
