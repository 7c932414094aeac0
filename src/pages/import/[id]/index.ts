import type { APIRoute } from "astro";
import { removeUpload } from "../../../data/uploads.ts";
import { isAtWork, stopReading } from "../../../imports/job.ts";
import { addressOf, openUpload } from "../../../imports/open.ts";

/** Leads to the page that shows where an upload is. */
export const GET: APIRoute = async ({ params, locals, redirect }) =>
  redirect(addressOf(await openUpload(locals.reader, params["id"])), 303);

/** Deletes an upload, unless it is being written. */
export const POST: APIRoute = async ({ params, locals, redirect }) => {
  const upload = await openUpload(locals.reader, params["id"]);
  await stopReading(upload.id);
  if (isAtWork(upload.id)) return redirect(addressOf(upload), 303);
  await removeUpload(upload.id);
  return redirect("/import", 303);
};
