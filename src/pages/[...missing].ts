import type { APIRoute } from "astro";
import { NotFound } from "../data/refusal.ts";

/** Every address that leads nowhere, so that it is answered like the others: first who is asking, then that there is nothing. */
export const ALL: APIRoute = () => {
  throw new NotFound("No such address");
};
