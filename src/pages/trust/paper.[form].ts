import type { APIRoute } from "astro";
import { draftOfPlace } from "../../server/paper-file.ts";

/** The whole organisation's paper as a file: the board paper, or with `?kind=` another. */
export const GET: APIRoute = ({ params, locals, url }) => draftOfPlace(locals.reader!, null, url, params["form"]);
