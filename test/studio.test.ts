import { expect, test } from "vitest";
import { collections } from "../directus/schema/record.ts";
import { bookmarks } from "../directus/studio-bookmarks.ts";
import { columns } from "../directus/studio-lists.ts";

const fieldsOf = new Map(collections.map(({ collection, fields }) => [collection, fields]));
const lists = collections.filter(({ meta }) => !meta["singleton"]).map(({ collection }) => collection);

/** Every field that a filter names, however deep. */
function namedIn(filter: unknown): string[] {
  if (Array.isArray(filter)) return filter.flatMap(namedIn);
  if (typeof filter !== "object" || filter === null) return [];
  return Object.entries(filter).flatMap(([key, value]) =>
    key === "_and" || key === "_or" ? namedIn(value) : key.startsWith("_") ? [] : [key],
  );
}

test("every collection has its columns, can be archived and explains itself", () => {
  expect(Object.keys(columns).sort()).toEqual([...lists].sort());
  for (const { collection, meta } of collections) {
    expect(meta["note"], collection).toBeTruthy();
    expect(meta["display_template"], collection).toBeTruthy();
    if (lists.includes(collection)) expect(meta, collection).toMatchObject({ archive_field: "status" });
  }
});

test("lists and bookmarks name fields that there are", () => {
  const unknown: string[] = [];
  const all = [
    ...Object.entries(columns).map(([collection, { fields, sort }]) => ({ collection, fields, sort, filter: {} })),
    ...bookmarks,
  ];
  for (const { collection, fields, sort, filter } of all) {
    const known = new Set(fieldsOf.get(collection)!.map(({ field }) => field));
    for (const field of [...fields, ...sort.map((by) => by.replace("-", "")), ...namedIn(filter)])
      if (!known.has(field)) unknown.push(`${collection}.${field}`);
  }
  expect(unknown).toEqual([]);
});

test("every field has a label and a note in plain words", () => {
  const bare: string[] = [];
  for (const { collection, fields } of collections)
    for (const { field, meta } of fields) {
      const [label] = (meta["translations"] ?? []) as { translation: string }[];
      if (!label?.translation || !String(meta["note"] ?? "").endsWith(".")) bare.push(`${collection}.${field}`);
    }
  expect(bare).toEqual([]);
});

test("whatever can be wrong says what to type instead", () => {
  const silent = collections.flatMap(({ collection, fields }) =>
    fields.flatMap(({ field, meta }) =>
      meta["validation"] && !meta["validation_message"] ? [`${collection}.${field}`] : [],
    ),
  );
  expect(silent).toEqual([]);
});
