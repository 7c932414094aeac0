import type { APIRoute } from "astro";
import { answerWithFigures } from "../../server/figures-answer.ts";

/** The figures this reader may see, as JSON. */
export const GET: APIRoute = (context) => answerWithFigures(context, (figures) => Response.json({ figures }));
