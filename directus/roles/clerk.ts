import { collections } from "../schema/record.ts";
import { all, defineRole } from "./define.ts";

const everyCollection = Object.fromEntries(collections.map(({ collection }) => [collection, all]));

export default defineRole({
  id: "9d1f6a52-0b1e-4c55-9a10-0c0a5e000009",
  policyId: "9d1f6a52-0b1e-4c55-9a10-0c0a5f000009",
  key: null,
  name: "Service: clerk",
  icon: "edit_note",
  note: "Writes what imports, forms and duties bring, for people who work on the site.",
  hasStudio: false,
  isAdministrator: false,
  permissions: {
    ...everyCollection,
    policy: ["read", "update"],
    appointments: ["read"],
    // Whom a task or a report is for.
    directus_users: ["read"],
    // So that an export holds every collection and field there is, those made by hand included.
    directus_collections: ["read"],
    directus_fields: ["read"],
    directus_relations: ["read"],
  },
});
