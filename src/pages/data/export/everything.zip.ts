import type { APIRoute } from "astro";
import { Forbidden } from "../../../data/refusal.ts";
import { collectionsOf, download, zipOfCollections } from "../../../exports/record.ts";
import { readToday } from "../../../session/access.ts";

/** The whole record, as far as it is this administrator's to take out, as one archive of CSV files. */
export const GET: APIRoute = async ({ locals }) => {
  const reader = locals.reader!;
  if (!reader.mayExport) throw new Forbidden("The record is for administrators to take out");
  const collections = await collectionsOf(reader);
  return download(zipOfCollections(collections, readToday()), `cpd-record-${readToday()}.zip`, "application/zip");
};
