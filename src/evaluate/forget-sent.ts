/** What the page that says thank you adds where scripts run: nothing of what was sent stays in this browser, by whichever way it went. */
import { forgetSent } from "./drafts.ts";

try {
  forgetSent();
} catch {
  // A browser that keeps nothing has nothing to forget.
}
