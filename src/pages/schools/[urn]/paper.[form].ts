import type { APIRoute } from "astro";
import { draftOfPlace } from "../../../server/paper-file.ts";

/** A school's paper as a file: the board paper, or with `?kind=` another. */
export const GET: APIRoute = ({ params, locals, url }) =>
  draftOfPlace(locals.reader!, params["urn"]!, url, params["form"]);
