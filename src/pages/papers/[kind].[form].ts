import type { APIRoute } from "astro";
import { draftFile } from "../../server/paper-file.ts";

/** A draft as a file, at the address of its page with the form's ending. */
export const GET: APIRoute = ({ params, locals, url }) =>
  draftFile(locals.reader!, params["kind"], url.searchParams, params["form"]);
