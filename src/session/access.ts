import { readConfig } from "../../pipelines/config.ts";
import type { Catalogue, TrustSlice } from "../../pipelines/contract.ts";
import { largestForm } from "../imports/limit.ts";
import { type Account, type Reader, readerOn } from "./reader.ts";

/** The addresses that need nobody to be signed in. */
const open = ["/sign-in", "/sign-out", "/healthz", "/404", "/403", "/500", "/503"];

/** Whether an address may be asked for without signing in. Forms are opened by the code in their address. */
export function isOpen(pathname: string): boolean {
  return open.includes(pathname) || pathname.startsWith("/evaluate/");
}

/** Whether an address answers programs, which want words about a fault as JSON rather than a page. */
export function isForPrograms(pathname: string): boolean {
  return pathname.startsWith("/api/");
}

/** Whether a form is larger than any of ours, or does not say how large it is. Only the address that takes files takes more, and says so itself. */
export function isTooLarge(request: Request, pathname: string): boolean {
  if (request.body === null || pathname === "/import") return false;
  const length = request.headers.get("content-length");
  return length === null ? request.headers.has("transfer-encoding") : Number(length) > largestForm;
}

/** The day that "today" is, as an ISO date. */
export function readToday(): string {
  return readConfig().today;
}

/** What an account may read today; null when nothing. The labels take their words from the release that is being served. */
export function readerToday(account: Account, catalogue: Catalogue, trust: TrustSlice): Reader | null {
  const schoolNames = new Map(trust.schools.map((school) => [school.urn, school.name]));
  return readerOn(readToday(), account, {
    leadTerm: catalogue.policy.lead_role_term,
    schoolName: (urn) => schoolNames.get(urn) ?? null,
  });
}
