/** Where a browser keeps what is typed into a form, until it is sent. Each throws where the browser keeps nothing, as in a private window. */

const prefix = "form-";
const keptForMs = 30 * 24 * 60 * 60 * 1000;
/** Under which key a tab notes whose draft it has sent last: the page that says thank you has no code in its address. */
const sentKey = "sent-form";

/** What was typed, and when. */
export interface Draft {
  savedAt: number;
  fields: [name: string, value: string][];
}

/** The draft of a form; null when there is none. */
export function readDraft(key: string): Draft | null {
  try {
    return JSON.parse(localStorage.getItem(key) ?? "null") as Draft | null;
  } catch {
    return null;
  }
}

/** Keeps what is typed into a form. */
export function saveDraft(key: string, fields: Draft["fields"]): void {
  localStorage.setItem(key, JSON.stringify({ savedAt: Date.now(), fields } satisfies Draft));
}

/** Throws a draft away. */
export function forgetDraft(key: string): void {
  localStorage.removeItem(key);
}

/** Throws away drafts that nobody has come back to. */
export function sweepDrafts(): void {
  const keys = Array.from({ length: localStorage.length }, (_, index) => localStorage.key(index)!);
  for (const key of keys.filter((name) => name.startsWith(prefix))) {
    const draft = readDraft(key);
    if (draft === null || Date.now() - draft.savedAt > keptForMs) forgetDraft(key);
  }
}

/** Notes in this tab which form is being sent. */
export function noteSent(key: string): void {
  sessionStorage.setItem(sentKey, key);
}

/** Throws away the draft of the form that this tab has sent last. */
export function forgetSent(): void {
  const key = sessionStorage.getItem(sentKey);
  if (key !== null) forgetDraft(key);
  sessionStorage.removeItem(sentKey);
}
