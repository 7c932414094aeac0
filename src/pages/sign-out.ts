import type { APIRoute } from "astro";

/** Ends the session. Only a form's POST does: a link or a picture on another page must not sign anybody out. */
export const POST: APIRoute = ({ session, redirect }) => {
  session!.destroy();
  return redirect("/sign-in?signed-out", 303);
};

/** Anything else than a POST came by hand: the home page has the button. */
export const ALL: APIRoute = ({ redirect }) => redirect("/", 303);
