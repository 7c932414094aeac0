import type { APIRoute } from "astro";
import { openUpload, pageOf } from "../../../imports/open.ts";

/** How far an upload is, for the page that waits for it. */
export const GET: APIRoute = async ({ params, locals }) => {
  const upload = await openUpload(locals.reader, params["id"]);
  return Response.json({ is_over: pageOf(upload) !== "wait", progress: upload.state?.progress ?? null });
};
