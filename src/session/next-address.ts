/**
 * Where to go after sign-in.
 *
 * @param asked - what the address says, which anybody may have written
 * @returns a path of this site: the one asked for or, where that leads elsewhere or back to sign-in, the home page
 */
export function nextAddress(asked: string | null, origin: string): string {
  if (asked === null || !asked.startsWith("/") || !URL.canParse(asked, origin)) return "/";
  const url = new URL(asked, origin);
  const isOurs = url.origin === origin && !/^\/sign-(in|out)$/.test(url.pathname) && !url.pathname.startsWith("//");
  return isOurs ? url.pathname + url.search : "/";
}
