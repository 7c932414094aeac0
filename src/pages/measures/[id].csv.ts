import type { APIRoute } from "astro";
import { figuresFor, readCatalogue } from "../../data/measures.ts";
import { NotFound } from "../../data/refusal.ts";
import { csvFile } from "../../server/figures.ts";

/** One measure's figures, as far as this reader may see them. */
export const GET: APIRoute = async ({ params, locals }) => {
  const { measures } = await readCatalogue();
  const measure = measures.find(({ id }) => id === params["id"]);
  if (measure === undefined) throw new NotFound("No such measure");
  return csvFile(await figuresFor(locals.reader!, { measure: measure.id }), measure.id);
};
