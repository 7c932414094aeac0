import { expect, test } from "vitest";
import { withSafeHeaders } from "../src/session/headers.ts";

const robots = (pathname: string) =>
  withSafeHeaders(new Response("", { headers: { "Content-Type": "text/html" } }), pathname, false).headers.get(
    "X-Robots-Tag",
  );

test("no search engine may list a form, which its address alone opens", () => {
  expect(robots("/evaluate/code")).toBe("noindex, nofollow");
});

test("a page that needs a sign-in is out of a search engine's reach, and says nothing to it", () => {
  expect(robots("/schools/900001")).toBeNull();
});
