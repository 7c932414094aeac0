import type { APIRoute } from "astro";
import { recordAnswers } from "../data/content.ts";
import { readRelease } from "../data/measures.ts";
import { NoRelease } from "../data/refusal.ts";

/** Whether the site can do its work, for whoever watches over it. 200 while a release can be served, even an earlier one. */
export const GET: APIRoute = async () => {
  const [found, directus] = await Promise.all([
    readRelease().catch((refusal) => {
      if (refusal instanceof NoRelease) return null;
      throw refusal;
    }),
    recordAnswers(),
  ]);
  const isWell = found !== null && found.banner === null && directus;
  const body = {
    status: found === null ? "unavailable" : isWell ? "ok" : "degraded",
    release: found && {
      id: found.release.id,
      as_of: found.release.as_of,
      records_up_to: found.release.records_up_to,
      made_at: found.release.made_at,
    },
    is_fallback: found !== null && found.banner !== null,
    last_run: found?.run && { finished_at: found.run.finished_at, outcome: found.run.outcome },
    directus: directus ? "answers" : "does not answer",
  };
  return Response.json(body, { status: found === null ? 503 : 200 });
};
