import { randomUUID } from "node:crypto";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { z } from "zod";
import { type Connection, connect, filtered, send } from "./client.ts";
import { DirectusFault } from "./fault.ts";
import { answerScales, waves } from "./schema/choices.ts";

const keys = <Choices extends object>(choices: Choices) => z.enum(Object.keys(choices) as [keyof Choices & string]);
const key = z.string().regex(/^[a-z][a-z0-9_]*$/, "must be small letters, digits and underscores");

/** A standard questionnaire, in the fields of its collection. */
export const questionnaire = z.strictObject({
  title: z.string().min(1),
  key,
  wave: keys(waves),
  version: z.number().int().min(1),
  scale_id: key,
  introduction: z.string().min(1),
  items: z
    .array(
      z.strictObject({
        key,
        question: z.string().min(1),
        scale: keys(answerScales),
        area: z.string(),
        is_required: z.boolean(),
      }),
    )
    .min(1),
});
export type Questionnaire = z.infer<typeof questionnaire>;

const folder = join(import.meta.dirname, "questionnaires");

/**
 * The standard questionnaires, one for each wave.
 *
 * @throws DirectusFault when a file does not fit the collection's fields
 */
export function readQuestionnaires(): Questionnaire[] {
  return readdirSync(folder)
    .sort()
    .map((file) => {
      const parsed = questionnaire.safeParse(JSON.parse(readFileSync(join(folder, file), "utf8")));
      if (parsed.success) return parsed.data;
      const issue = parsed.error.issues[0]!;
      throw new DirectusFault({
        at: `directus/questionnaires/${file}, ${issue.path.join(".")}`,
        problem: issue.message.toLowerCase(),
        fix: "Correct the file; directus/questionnaires.ts lists what belongs in it",
      });
    });
}

/**
 * Writes the standard questionnaires that are not in the record yet, by their keys; what people changed in one stays, and an archived
 * one stays archived. One is current unless people have a current one of their own for its wave. Safe at every start.
 *
 * @returns the keys of those that were written
 */
export async function provideQuestionnaires(connection: Connection): Promise<string[]> {
  const client = connect(connection);
  const there = await send<{ key: string; wave: string; is_current: boolean | null; status: string }[]>(
    client,
    "GET",
    `${filtered("/items/questionnaires", {})}&fields=key,wave,is_current,status`,
  );
  const missing = readQuestionnaires().filter((standard) => there.every((known) => known.key !== standard.key));
  if (missing.length === 0) return [];
  const hasCurrent = (wave: string) =>
    there.some((known) => known.wave === wave && known.is_current && known.status === "active");
  const made = missing.map((standard) => ({
    id: randomUUID(),
    status: "active",
    is_current: !hasCurrent(standard.wave),
    ...standard,
  }));
  await send(client, "POST", "/items/questionnaires", made);
  return missing.map((standard) => standard.key);
}
