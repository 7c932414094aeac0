/**
 * What a form's page adds where scripts run: what is typed stays in this browser until it is sent, and a lost connection costs nothing.
 * Without it the form is the same and is sent in the plain way.
 */

import { type Draft, forgetDraft, noteSent, readDraft, saveDraft, sweepDrafts } from "./drafts.ts";

const fieldsOf = (form: HTMLFormElement) =>
  [...new FormData(form)].filter((pair): pair is [string, string] => typeof pair[1] === "string" && pair[1] !== "");

function fill(form: HTMLFormElement, { fields }: Draft): void {
  for (const [name, value] of fields) {
    for (const field of form.querySelectorAll<HTMLInputElement | HTMLTextAreaElement>(`[name="${CSS.escape(name)}"]`)) {
      if (field instanceof HTMLTextAreaElement) field.value = value;
      else if (field.value === value) field.checked = true;
    }
  }
}

/** Keeps the drafts of a form; does nothing where the browser keeps nothing, as in a private window. */
function keepDraft(form: HTMLFormElement, key: string): { forget: () => void; note: () => void } {
  const shown = form.querySelector<HTMLElement>("[data-kept]")!;
  const forget = () => forgetDraft(key);
  try {
    sweepDrafts();
    const draft = readDraft(key);
    if (draft !== null) fill(form, draft);
    form.addEventListener("input", () => saveDraft(key, fieldsOf(form)));
    form.querySelector("[data-clear]")!.addEventListener("click", () => {
      forget();
      // The browser's own reset would bring back what was sent before.
      for (const field of form.querySelectorAll("input")) field.checked = false;
      for (const field of form.querySelectorAll("textarea")) field.value = "";
      form.querySelector("[data-cleared]")!.textContent = "Cleared.";
    });
    shown.hidden = false;
    return { forget, note: () => noteSent(key) };
  } catch {
    return { forget: () => undefined, note: () => undefined };
  }
}

/** Sends a form without leaving the page, so that a connection that breaks leaves everything as it was. */
function sendPatiently(form: HTMLFormElement, { forget, note: noteSending }: ReturnType<typeof keepDraft>): void {
  const note = form.querySelector<HTMLElement>("[data-note]")!;
  const say = (words: string) => {
    note.textContent = words;
    note.hidden = false;
  };
  let isSending = false;

  async function send(): Promise<void> {
    if (isSending) return;
    isSending = true;
    say("Sending …");
    noteSending();
    try {
      const body = new URLSearchParams(fieldsOf(form));
      const response = await fetch(form.action, { method: "POST", body });
      if (response.redirected) {
        forget();
        location.replace(response.url);
        return;
      }
      if (response.status === 503) {
        say("It could not be saved just now. Nothing is lost: wait a minute, then send it again.");
        return;
      }
      // The page that says what is wrong is the server's own. Should it be taken this time, the page that thanks forgets the draft.
      form.submit();
    } catch {
      say("There is no connection. Nothing is lost: it is sent when the connection is back, or press Send again.");
      addEventListener("online", () => void send(), { once: true });
    } finally {
      isSending = false;
    }
  }

  form.addEventListener("submit", (event) => {
    event.preventDefault();
    void send();
  });
}

const form = document.querySelector<HTMLFormElement>("form[data-draft]");
if (form !== null) sendPatiently(form, keepDraft(form, form.dataset["draft"]!));
