import type { APIRoute } from "astro";
import { csvFile } from "../../server/figures.ts";
import { answerWithFigures } from "../../server/figures-answer.ts";

/** The figures this reader may see, as CSV. */
export const GET: APIRoute = (context) => answerWithFigures(context, (figures) => csvFile(figures, "figures"));
