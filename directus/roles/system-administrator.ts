import { defineRole } from "./define.ts";

export default defineRole({
  id: "9d1f6a52-0b1e-4c55-9a10-0c0a5e000001",
  policyId: "9d1f6a52-0b1e-4c55-9a10-0c0a5f000001",
  key: "system_administrator",
  name: "System administrator",
  icon: "verified_user",
  note: "Looks after the installation: users, settings and everything else.",
  hasStudio: true,
  isAdministrator: true,
  permissions: {},
});
