import type { PolicyWords, Task, TaskOwner } from "../../pipelines/contract.ts";
import type { Reader } from "../session/reader.ts";

/** Who acts, in the organisation's own words. */
export function ownerName(owner: TaskOwner, policy: PolicyWords): string {
  const names: Record<TaskOwner, string> = {
    cpd_lead: policy.lead_role_term,
    cpd_administrator: "CPD administrator",
    trust_executive: "Executive",
    governor: "Governor",
    system_administrator: "System administrator",
  };
  return names[owner];
}

/** Where somebody acts: a page of the site, a place in the Studio, or by telling somebody who can open the Studio. */
export interface ActingPlace {
  /** Null: not open to this reader. */
  href: string | null;
  words: string;
}

/**
 * Where a reader acts on a task. Only administrators can open the Studio.
 *
 * @param studioUrl - the address of Directus
 */
export function actingPlace({ page, collection, record_id }: Task, reader: Reader, studioUrl: string): ActingPlace {
  if (page !== null) {
    const isOpen = reader.keeps === "all" || !page.startsWith("/agreements");
    return isOpen ? { href: page, words: "Open" } : { href: null, words: "A CPD administrator sees to it" };
  }
  if (!reader.mayExport) return { href: null, words: "Tell a CPD administrator, who records it" };
  const words =
    record_id === "+"
      ? "Add it in the Studio"
      : record_id === null
        ? "Open the list in the Studio"
        : "Open in the Studio";
  const path = [collection, record_id].filter((part) => part !== null).join("/");
  return { href: `${studioUrl.replace(/\/$/, "")}/admin/content/${path}`, words };
}
