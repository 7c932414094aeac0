/**
 * What a form's page adds where scripts run: what is typed stays in this browser until it is sent, and a lost connection costs nothing.
 * Without it the form is the same and is sent in the plain way.
 */

interface Draft {
  savedAt: number;
  fields: [name: string, value: string][];
}

const prefix = "form-";
const keptForMs = 30 * 24 * 60 * 60 * 1000;

function readDraft(key: string): Draft | null {
  try {
    return JSON.parse(localStorage.getItem(key) ?? "null") as Draft | null;
  } catch {
    return null;
  }
}

/** Throws away drafts that nobody has come back to. */
function sweep(): void {
  const keys = Array.from({ length: localStorage.length }, (_, index) => localStorage.key(index)!);
  for (const key of keys.filter((name) => name.startsWith(prefix))) {
    const draft = readDraft(key);
    if (draft === null || Date.now() - draft.savedAt > keptForMs) localStorage.removeItem(key);
  }
}

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
function keepDraft(form: HTMLFormElement, key: string): { forget: () => void } {
  const shown = form.querySelector<HTMLElement>("[data-kept]")!;
  const forget = () => localStorage.removeItem(key);
  try {
    sweep();
    const draft = readDraft(key);
    if (draft !== null) fill(form, draft);
    form.addEventListener("input", () => {
      localStorage.setItem(key, JSON.stringify({ savedAt: Date.now(), fields: fieldsOf(form) } satisfies Draft));
    });
    form.querySelector("[data-clear]")!.addEventListener("click", () => {
      forget();
      // The browser's own reset would bring back what was sent before.
      for (const field of form.querySelectorAll("input")) field.checked = false;
      for (const field of form.querySelectorAll("textarea")) field.value = "";
      form.querySelector("[data-cleared]")!.textContent = "Cleared.";
    });
    shown.hidden = false;
    return { forget };
  } catch {
    return { forget: () => undefined };
  }
}

/** Sends a form without leaving the page, so that a connection that breaks leaves everything as it was. */
function sendPatiently(form: HTMLFormElement, forget: () => void): void {
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
      if (response.status === 410) forget();
      // The page that says what is wrong is the server's own.
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
if (form !== null) sendPatiently(form, keepDraft(form, form.dataset["draft"]!).forget);
