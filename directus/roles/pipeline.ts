import { type Action, defineRole } from "./define.ts";

const read: Action[] = ["read"];

export default defineRole({
  id: "9d1f6a52-0b1e-4c55-9a10-0c0a5e000007",
  policyId: "9d1f6a52-0b1e-4c55-9a10-0c0a5f000007",
  key: null,
  name: "Service: pipeline",
  icon: "conveyor_belt",
  note: "Reads the records that figures are made of; changes nothing.",
  hasStudio: false,
  isAdministrator: false,
  // Core knows no permissions for single fields, so this token could read names; extract never asks for them.
  permissions: {
    activities: read,
    agreements: read,
    appointments: read,
    costs: read,
    editions: read,
    employments: read,
    evaluations: read,
    evidence: read,
    invitations: read,
    needs: read,
    outcomes: read,
    participations: read,
    plans: read,
    policy: read,
    priorities: read,
    programmes: read,
    providers: read,
    qualifications: read,
    questionnaires: read,
    schools: read,
    sharing: read,
    staff: read,
    subscriptions: read,
  },
});
