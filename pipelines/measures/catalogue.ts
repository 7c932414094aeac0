import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import type { z } from "zod";
import { HubError } from "../errors.ts";
import { type Measure, measureSource, textTable, workedExampleSource } from "./define.ts";

const here = fileURLToPath(new URL(".", import.meta.url));

/**
 * Finds every measure: one folder each, with `definition.ts`, `query.sql` and `example.ts`.
 *
 * @param folder - where to look; beside this file unless a test says otherwise
 * @returns the measures, sorted by id
 * @throws HubError naming the file and the field, so that a faulty definition stops a run before it reads data
 */
export async function loadCatalogue(folder = here): Promise<Measure[]> {
  const ids = readdirSync(folder, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map((entry) => entry.name)
    .sort();
  return Promise.all(ids.map((id) => loadMeasure(folder, id)));
}

async function loadMeasure(folder: string, id: string): Promise<Measure> {
  const name = (file: string) => `pipelines/measures/${id}/${file}`;
  if (!/^[a-z][a-z0-9_]*$/.test(id)) {
    throw new HubError({
      at: `pipelines/measures/${id}`,
      problem: "is no measure's name",
      fix: "Name the folder in lower case with underscores, such as retention_rate",
    });
  }
  for (const file of ["definition.ts", "query.sql", "example.ts"]) {
    if (!existsSync(join(folder, id, file))) {
      throw new HubError({ at: name(file), problem: "is missing", fix: "A measure is a folder with all three files" });
    }
  }
  const definition = check(
    measureSource,
    await importDefault(join(folder, id, "definition.ts")),
    name("definition.ts"),
  );
  for (const special of [...(definition.distributions ?? []), ...(definition.trust_breakdowns ?? [])]) {
    if (definition.breakdowns.includes(special)) continue;
    throw new HubError({
      at: name("definition.ts"),
      problem: `breakdowns does not hold ${special}`,
      fix: "Add it to breakdowns, or take it out where else it is named",
    });
  }
  const example = check(workedExampleSource, await importDefault(join(folder, id, "example.ts")), name("example.ts"));
  for (const [table, text] of [...Object.entries(example.given), ["expect", example.expect] as const]) {
    try {
      textTable(text);
    } catch (cause) {
      throw new HubError({
        at: name("example.ts"),
        problem: `the table ${table} is crooked: ${(cause as Error).message}`,
        fix: "Give every row one cell for each column",
        cause,
      });
    }
  }
  return { id, definition, sql: readFileSync(join(folder, id, "query.sql"), "utf8"), example };
}

async function importDefault(path: string): Promise<unknown> {
  return ((await import(pathToFileURL(path).href)) as { default?: unknown }).default;
}

function check<T extends z.ZodType>(schema: T, value: unknown, file: string): z.infer<T> {
  const parsed = schema.safeParse(value);
  if (parsed.success) return parsed.data;
  const issue = parsed.error.issues[0]!;
  throw new HubError({
    at: file,
    problem: `${issue.path.join(".") || "the default export"}: ${issue.message.toLowerCase()}`,
    fix: "Correct it; pipelines/measures/define.ts and pipelines/contract.ts say what each field may hold",
  });
}
