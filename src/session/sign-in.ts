import type { APIContext } from "astro";
import { checkPassword, RecordUnreachable, readAccount } from "../data/content.ts";
import { openSession } from "./session.ts";
import { countTries } from "./tries.ts";

const tries = countTries();

/** Why somebody is not signed in, and what the form should ask for next. */
export interface Problem {
  status: 400 | 401 | 429 | 503;
  words: string;
  /** The field to look at; none when the fault is not theirs to mend. */
  field: "email" | "password" | "code" | null;
  needsCode: boolean;
  waitMinutes: number;
}

/** The same words whether the e-mail is unknown, the password wrong or the user disabled: nobody learns who has an account here. */
const refused = "That e-mail address and password do not go together. Check both and try again.";

function problem(status: Problem["status"], words: string, more: Partial<Problem> = {}): Problem {
  return { status, words, field: null, needsCode: false, waitMinutes: 0, ...more };
}

const text = (form: FormData, name: string) => String(form.get(name) ?? "");

async function tryPassword(
  context: APIContext,
  email: string,
  password: string,
  code: string,
): Promise<Problem | null> {
  const answer = await checkPassword(email, password, code || null);
  if (answer.outcome === "refused") return problem(401, refused, { field: "password", needsCode: code !== "" });
  if (answer.outcome === "needs_code") {
    const words = code
      ? "That code is not right, or its half minute is over. Type your password again with the code shown now."
      : "This account asks for a code. Type your password again with the six digits that your authenticator app shows.";
    return problem(401, words, { field: "code", needsCode: true });
  }
  const account = await readAccount(answer.userId);
  if (account === null || !account.isActive) return problem(401, refused, { field: "password" });
  await tries.forgive(email, context.clientAddress);
  await openSession(context, account);
  return null;
}

/**
 * Signs somebody in from the form's `email`, `password` and `code`.
 *
 * @returns null when they are signed in, and otherwise what to tell them
 */
export async function signIn(context: APIContext, form: FormData): Promise<Problem | null> {
  const email = text(form, "email").trim();
  const password = text(form, "password");
  if (!/^\S+@\S+$/.test(email))
    return problem(400, "Type your e-mail address, such as name@school.example.", { field: "email" });
  if (password === "") return problem(400, "Type your password.", { field: "password" });
  const wait = await tries.begin(email, context.clientAddress);
  if (wait > 0) {
    const minutes = wait === 1 ? "1 minute" : `${wait} minutes`;
    return problem(429, `Too many tries did not work. Wait ${minutes}, then try again.`, { waitMinutes: wait });
  }
  try {
    return await tryPassword(context, email, password, text(form, "code").replaceAll(/\s/g, ""));
  } catch (error) {
    if (!(error instanceof RecordUnreachable)) throw error;
    await tries.forgive(email, context.clientAddress);
    console.warn("Nobody can sign in: the record cannot be reached.", error.cause);
    return problem(
      503,
      "The record that knows who may sign in cannot be reached just now. Those who are signed in can go on reading. Try again in a few minutes; if it lasts, tell your CPD administrator.",
    );
  }
}
