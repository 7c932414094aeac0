import { collections } from "../schema/record.ts";
import { all, defineRole } from "./define.ts";

// Schools and published figures come from imports, but somebody must be able to put a mistake right.
const everyCollection = Object.fromEntries(collections.map(({ collection }) => [collection, all]));

export default defineRole({
  id: "9d1f6a52-0b1e-4c55-9a10-0c0a5e000002",
  policyId: "9d1f6a52-0b1e-4c55-9a10-0c0a5f000002",
  key: "cpd_administrator",
  name: "CPD administrator",
  icon: "edit_calendar",
  note: "Keeps the record of professional development in the Studio.",
  hasStudio: true,
  isAdministrator: false,
  permissions: {
    ...everyCollection,
    // There is one policy: it is filled and changed, never removed.
    policy: ["create", "read", "update"],
    // Beside the names of those who took part, answers of a small group could be told apart: they are for the figures alone.
    evaluations: [],
    // Made, sent and closed by themselves: what somebody changed by hand could tell an answer apart.
    invitations: ["read"],
    // To choose whom an appointment is for.
    directus_users: ["read"],
    directus_roles: ["read"],
  },
});
