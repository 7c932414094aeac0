import { readFileSync } from "node:fs";
import { join } from "node:path";
import { isDeepStrictEqual } from "node:util";
import { type Connection, connect, send } from "./client.ts";
import { DirectusFault } from "./fault.ts";
import { feedPolicyChoices } from "./policy-choices.ts";
import { type PolicyProfile, policyProfile } from "./profile.ts";
import { record } from "./schema/record.ts";

/** The letters of the five ready profiles. */
export const profileLetters = policyProfile.shape.profile.options;

/**
 * Reads a ready profile.
 *
 * @throws DirectusFault when there is none by this letter, or its file does not fit the policy's fields
 */
export function readProfile(letter: string): PolicyProfile {
  if (!(profileLetters as string[]).includes(letter)) {
    throw new DirectusFault({
      at: "profile",
      problem: `there is no ready profile ${letter}`,
      fix: `Choose one of ${profileLetters.join(", ")}`,
    });
  }
  const file = join(import.meta.dirname, "profiles", `${letter}.json`);
  const parsed = policyProfile.safeParse(JSON.parse(readFileSync(file, "utf8")));
  if (parsed.success) return parsed.data;
  const issue = parsed.error.issues[0]!;
  throw new DirectusFault({
    at: `directus/profiles/${letter}.json, ${issue.path.join(".")}`,
    problem: issue.message.toLowerCase(),
    fix: "Correct the file; directus/profile.ts lists what belongs in it",
  });
}

/**
 * Fills the policy with a ready profile. The organisation's name and UID and the dates of its own policy document stay;
 * words and rules that somebody changed are replaced, so it is for choosing a profile, not for every start.
 *
 * @returns whether anything had to be written
 */
export async function chooseProfile(
  options: Connection & { profile: string; organisationName?: string },
): Promise<boolean> {
  const client = connect(options);
  const wanted = {
    ...readProfile(options.profile),
    ...(options.organisationName ? { organisation_name: options.organisationName } : {}),
  };
  const found = await send<Record<string, unknown>>(client, "GET", "/items/policy");
  const isSaved = found["id"] !== null && found["id"] !== undefined;
  const isSame = Object.entries(wanted).every(([field, value]) => isDeepStrictEqual(found[field], value));
  if (isSaved && isSame) return false;
  await send(client, "PATCH", "/items/policy", wanted);
  await feedPolicyChoices(client, record);
  return true;
}
