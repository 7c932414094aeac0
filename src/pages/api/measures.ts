import type { APIRoute } from "astro";
import { readCatalogue } from "../../data/measures.ts";

/** The catalogue: the measures as they are defined, and the organisation's own words. */
export const GET: APIRoute = async () => Response.json(await readCatalogue());
