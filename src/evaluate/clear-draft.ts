/** What the page adds where scripts run that refuses a second answer: what was typed for it can be cleared from this browser. */
import { forgetDraft, readDraft } from "./drafts.ts";

const leftover = document.querySelector<HTMLElement>("[data-leftover]");
const key = leftover?.dataset["leftover"] ?? "";
if (leftover !== null && readDraft(key) !== null) {
  leftover.hidden = false;
  leftover.querySelector("[data-clear]")!.addEventListener("click", () => {
    forgetDraft(key);
    leftover.querySelector("[data-cleared]")!.textContent = "Cleared.";
  });
}
