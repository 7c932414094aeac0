import type { APIRoute } from "astro";
import { csvFile } from "../../server/figures.ts";
import { answerWithFigures } from "../../server/figures-answer.ts";

/** The figures this reader may see, as CSV; the file's name says of what and, where they may be passed on, so. */
export const GET: APIRoute = (context) =>
  answerWithFigures(context, (figures, { measure = "figures", audience }) =>
    csvFile(figures, audience === "leaving" ? `${measure}-to-pass-on` : measure),
  );
