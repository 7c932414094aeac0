import type { APIRoute } from "astro";
import { freezePaper } from "../../../server/freeze.ts";

/** Makes a paper an edition, for administrators; see `freezePaper` for what the form says. */
export const POST: APIRoute = async ({ request, locals, redirect }) => {
  const { edition, isInRecord } = await freezePaper(locals.reader!, await request.formData());
  return redirect(`/papers/editions/${edition.number}${isInRecord ? "" : "?record=silent"}`, 303);
};
