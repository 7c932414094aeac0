/**
 * Where figures come from, worked out from the SQL itself: a query names marts, a mart's own SQL names other marts and staging views,
 * and those name the collections of the record.
 */
import { existsSync, readFileSync } from "node:fs";
import type { Lineage } from "../contract.ts";
import { HubError } from "../errors.ts";
import { collections as readCollections } from "../extract/records.ts";
import { importsOf } from "../import/writers.ts";

/** Marts that count nothing: the organisation, its calendar and words, and who is the same person. Every figure stands in them. */
const frameMarts = new Set(
  ["settings", "calendar", "schools", "staff_groups", "people"].map((mart) => `marts.${mart}`),
);

/** What is read under another name than its collection's: of invitations no more than how many there are. */
const renamed: Record<string, string> = { invitation_counts: "invitations" };

/**
 * Follows a query down to the record.
 *
 * @param at - the file it is in, for the fault
 * @throws HubError when it, or a mart on its way, names a table that there is not
 */
export function lineageOf(sql: string, at: string): Lineage {
  const counted = walk(sql, at, (table) => !frameMarts.has(table));
  const all = walk(sql, at, () => true);
  return {
    marts: all.marts,
    collections: counted.collections,
    frame: all.collections.filter((name) => !counted.collections.includes(name)),
    imports: importsOf(counted.collections, counted.texts),
  };
}

/** Breadth first, so that what is nearest to the query comes first. `texts` are the query and then everything it leads to. */
function walk(sql: string, at: string, follows: (table: string) => boolean) {
  const marts: string[] = [];
  const collections: string[] = [];
  const texts = [sql];
  const seen = new Set<string>();
  const queue = tablesIn(sql).map((table) => ({ table, from: at }));
  for (const { table, from } of queue) {
    if (seen.has(table) || !follows(table)) continue;
    seen.add(table);
    const [schema, name] = table.split(".") as [string, string];
    if (schema === "raw") {
      collections.push(collectionOf(name, from));
      continue;
    }
    if (schema === "marts") marts.push(name);
    const { file, text } = sourceOf(schema, name, from);
    texts.push(text);
    queue.push(...tablesIn(text).map((next) => ({ table: next, from: file })));
  }
  return { marts, collections, texts };
}

/** Every table that a text names, in its order; what stands in a comment is not read. */
function tablesIn(text: string): string[] {
  const code = text.replace(/--.*$/gm, "").replace(/\/\*[\s\S]*?\*\//g, "");
  return [...new Set(code.match(/\b(marts|stg|raw)\.[a-z_][a-z_0-9]*/g))];
}

function collectionOf(name: string, from: string): string {
  const collection = renamed[name] ?? (readCollections as readonly string[]).find((known) => known === name);
  if (collection === undefined) throw unknownTable(`raw.${name}`, from);
  return collection;
}

const sources = new Map<string, { file: string; text: string }>();

/** What makes a table: its SQL or, for one that SQL would only say in riddles, its TypeScript. */
function sourceOf(schema: string, name: string, from: string): { file: string; text: string } {
  const known = sources.get(`${schema}.${name}`);
  if (known) return known;
  const folder = schema === "marts" ? "marts" : "staging";
  for (const fileName of [`${name}.sql`, `${name.replaceAll("_", "-")}.ts`]) {
    const url = new URL(`../${folder}/${fileName}`, import.meta.url);
    if (!existsSync(url)) continue;
    const source = { file: `pipelines/${folder}/${fileName}`, text: readFileSync(url, "utf8") };
    sources.set(`${schema}.${name}`, source);
    return source;
  }
  throw unknownTable(`${schema}.${name}`, from);
}

function unknownTable(table: string, from: string): HubError {
  return new HubError({
    at: from,
    problem: `reads ${table}, which nothing makes`,
    fix: "Name a mart of pipelines/marts, a view of pipelines/staging or a collection of pipelines/extract/records.ts",
  });
}
