import clerk from "./clerk.ts";
import cpdAdministrator from "./cpd-administrator.ts";
import cpdLead from "./cpd-lead.ts";
import type { RoleDraft } from "./define.ts";
import governor from "./governor.ts";
import pipeline from "./pipeline.ts";
import site from "./site.ts";
import systemAdministrator from "./system-administrator.ts";
import trustExecutive from "./trust-executive.ts";
import trustee from "./trustee.ts";

/** Every role, those of people and those of the services. */
export const roles: RoleDraft[] = [
  systemAdministrator,
  cpdAdministrator,
  trustExecutive,
  trustee,
  cpdLead,
  governor,
  pipeline,
  site,
  clerk,
];

/** The user behind a service's token. */
export interface Service {
  id: string;
  email: string;
  role: RoleDraft;
  /** Which of the service tokens is its own. */
  token: "pipeline" | "site" | "clerk";
}

/** The services. */
export const services: Service[] = [
  {
    id: "9d1f6a52-0b1e-4c55-9a10-0c0a60000007",
    email: "pipeline@services.example.org",
    role: pipeline,
    token: "pipeline",
  },
  { id: "9d1f6a52-0b1e-4c55-9a10-0c0a60000008", email: "site@services.example.org", role: site, token: "site" },
  { id: "9d1f6a52-0b1e-4c55-9a10-0c0a60000009", email: "clerk@services.example.org", role: clerk, token: "clerk" },
];
