/** Every request passes here: who is asking, from which release they are answered, and what the browser is told to do with it. */

import { defineMiddleware } from "astro:middleware";
import type { APIContext, MiddlewareNext } from "astro";
import { RecordUnreachable } from "./data/content.ts";
import { readCatalogue, readTrust, withLiveRelease } from "./data/measures.ts";
import { Forbidden, NoRelease, NotFound, ReleaseDamaged } from "./data/refusal.ts";
import { isForPrograms, isOpen, isTooLarge, readerToday } from "./session/access.ts";
import { withSafeHeaders } from "./session/headers.ts";
import type { Account } from "./session/reader.ts";
import { readSession } from "./session/session.ts";

type Refusal = 401 | 403 | 404 | 503;

const words: Record<Refusal, string> = {
  401: "Sign in first.",
  403: "You may not see this.",
  404: "There is nothing at this address.",
  503: "No figures have been published yet.",
};

/** Says no: in words for programs, as a page for people. */
function refuse(
  context: APIContext,
  next: MiddlewareNext,
  status: Exclude<Refusal, 401>,
): Promise<Response> | Response {
  if (isForPrograms(context.url.pathname)) return Response.json({ error: words[status] }, { status });
  // A request of its own: that of a form whose fields have been read could not be passed on.
  return next(new Request(new URL(`/${status}`, context.url), { headers: context.request.headers }));
}

function askToSignIn(context: APIContext): Response {
  const { pathname, search } = context.url;
  if (isForPrograms(pathname)) return Response.json({ error: words[401] }, { status: 401 });
  const wanted = pathname === "/" ? "" : `?next=${encodeURIComponent(pathname + search)}`;
  return context.redirect(`/sign-in${wanted}`, 303);
}

/** Answers somebody who is signed in, from one release. */
async function answerReader(context: APIContext, next: MiddlewareNext, account: Account): Promise<Response> {
  try {
    return await withLiveRelease(async () => {
      const [catalogue, trust] = await Promise.all([readCatalogue(), readTrust()]);
      context.locals.reader = readerToday(account, catalogue, trust);
      return context.locals.reader === null ? refuse(context, next, 403) : await next();
    });
  } catch (refusal) {
    if (refusal instanceof Forbidden) return refuse(context, next, 403);
    if (refusal instanceof NotFound) return refuse(context, next, 404);
    if (refusal instanceof NoRelease) return refuse(context, next, 503);
    if (refusal instanceof RecordUnreachable) {
      // Not the cause itself, which may hold what was asked for.
      const { response } = (refusal.cause ?? {}) as { response?: Response };
      console.warn(`${refusal.message}: ${response ? `it answers ${response.status}` : "it does not answer"}`);
      context.locals.isRecordSilent = true;
      return refuse(context, next, 503);
    }
    // The damaged release is known by now: the same request is answered from the one before it.
    if (refusal instanceof ReleaseDamaged) return context.redirect(context.url.pathname + context.url.search, 307);
    throw refusal;
  }
}

export const onRequest = defineMiddleware(async (context, next) => {
  context.locals.reader ??= null;
  const { pathname, protocol } = context.url;
  if (isTooLarge(context.request, pathname))
    return withSafeHeaders(new Response("That is more than this address takes.", { status: 413 }), pathname, false);
  const account = isOpen(pathname) ? null : await readSession(context);
  const response = isOpen(pathname)
    ? await next()
    : account === null
      ? askToSignIn(context)
      : await answerReader(context, next, account);
  return withSafeHeaders(response, pathname, protocol === "https:");
});
