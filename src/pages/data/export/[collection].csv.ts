import type { APIRoute } from "astro";
import { Forbidden } from "../../../data/refusal.ts";
import { collectionOf, csvOfCollection, download } from "../../../exports/record.ts";
import { readToday } from "../../../session/access.ts";

/** One collection of the record as CSV, for administrators. */
export const GET: APIRoute = async ({ params, locals }) => {
  const reader = locals.reader!;
  if (!reader.mayExport) throw new Forbidden("The record is for administrators to take out");
  const collection = await collectionOf(reader, params["collection"]!);
  return download(csvOfCollection(collection, readToday()), `${collection.name}.csv`, "text/csv; charset=utf-8");
};
