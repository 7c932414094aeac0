import { readConfig } from "../../pipelines/config.ts";

/** The address at which people reach the site, without a slash at its end. */
export interface SiteAddress {
  url: string;
  /** Whether it leads to this machine alone, because no other has been set. */
  isOwnMachine: boolean;
}

/** Where links that leave the site lead. */
export function readSiteAddress(): SiteAddress {
  const { siteUrl, port } = readConfig();
  if (siteUrl === undefined) return { url: `http://127.0.0.1:${port}`, isOwnMachine: true };
  return { url: siteUrl.replace(/\/+$/, ""), isOwnMachine: false };
}
