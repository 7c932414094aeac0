/** What every answer that needed a reader says to the browser: keep nothing, show it in no other site's frame, ask for no sensor. */
const always = {
  "Cache-Control": "private, no-store",
  "Cross-Origin-Opener-Policy": "same-origin",
  "Cross-Origin-Resource-Policy": "same-origin",
  "Permissions-Policy": "camera=(), geolocation=(), microphone=(), payment=(), usb=()",
  "Referrer-Policy": "same-origin",
  "X-Content-Type-Options": "nosniff",
  "X-Frame-Options": "DENY",
};

/** A page's policy is Astro's, with the hashes of its scripts; anything else may load nothing at all. */
const policyOfData = "default-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

/**
 * The same answer with the headers that keep it safe.
 *
 * @param pathname - what was asked for. Whatever needs a reader is out of a search engine's reach; a form is opened by its address
 * alone, so no search engine may list it
 */
export function withSafeHeaders(response: Response, pathname: string, isSecure: boolean): Response {
  const headers = new Headers(response.headers);
  // A page whose address holds a code says itself that no part of it is passed on.
  const ownReferrer = headers.get("Referrer-Policy");
  for (const [name, value] of Object.entries(always)) headers.set(name, value);
  if (ownReferrer !== null) headers.set("Referrer-Policy", ownReferrer);
  if (pathname.startsWith("/evaluate/")) headers.set("X-Robots-Tag", "noindex, nofollow");
  const isPage = headers.get("Content-Type")?.startsWith("text/html");
  if (!isPage) headers.set("Content-Security-Policy", policyOfData);
  if (isSecure) headers.set("Strict-Transport-Security", "max-age=31536000");
  return new Response(response.body, { status: response.status, statusText: response.statusText, headers });
}
