import { Readable } from "node:stream";
import type { APIRoute } from "astro";
import { NotFound } from "../../../data/refusal.ts";
import { openRefused } from "../../../data/uploads.ts";
import { openUpload } from "../../../imports/open.ts";

/** The rows of an upload that are refused, each with its reason, as CSV to be put right and imported by itself. */
export const GET: APIRoute = async ({ params, locals }) => {
  const { id } = await openUpload(locals.reader, params["id"]);
  const refused = await openRefused(id);
  if (refused === null) throw new NotFound("No row is refused");
  return new Response(Readable.toWeb(refused) as ReadableStream<Uint8Array<ArrayBuffer>>, {
    headers: {
      "Content-Type": "text/csv; charset=utf-8",
      "Content-Disposition": 'attachment; filename="refused.csv"',
    },
  });
};
