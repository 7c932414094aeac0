import { isDeepStrictEqual } from "node:util";
import { type Client, send } from "./client.ts";
import { bookmarks } from "./studio-bookmarks.ts";
import { columns, widths } from "./studio-lists.ts";

interface Preset {
  id: number;
  collection: string;
  bookmark: string | null;
}

/**
 * Fills the Studio with the lists people work from, and speaks British English in it. What somebody changed in a list or
 * a bookmark of ours stays as they made it.
 *
 * @returns what was written, in words
 */
export async function provisionStudio(client: Client): Promise<string[]> {
  return [...(await ensureSettings(client)), ...(await ensurePresets(client))];
}

async function ensureSettings(client: Client): Promise<string[]> {
  const wanted = {
    project_descriptor: "Professional development and what it changed",
    default_language: "en-GB",
    project_color: "#1d5a4b",
  };
  const found = await send<Record<string, unknown>>(client, "GET", "/settings");
  // Directus's own defaults; anything else somebody chose.
  const untouched: Record<string, unknown[]> = {
    project_descriptor: [null, ""],
    default_language: [null, "en-US"],
    project_color: [null, "#6644FF"],
  };
  const changes = Object.entries(wanted).filter(([key]) => untouched[key]!.includes(found[key]));
  if (changes.length === 0) return [];
  await send(client, "PATCH", "/settings", Object.fromEntries(changes));
  return ["the Studio's settings"];
}

async function ensurePresets(client: Client): Promise<string[]> {
  const found = (await send<(Preset & { user: unknown; role: unknown })[]>(client, "GET", "/presets?limit=-1")).filter(
    ({ user, role }) => user === null && role === null,
  );
  const wanted = [
    ...Object.entries(columns).map(([collection, { fields, sort }]) => preset(collection, fields, sort)),
    ...bookmarks.map(({ collection, fields, sort, bookmark, icon, filter }) => ({
      ...preset(collection, fields, sort),
      bookmark,
      icon,
      filter,
    })),
  ];
  const missing = wanted.filter(
    ({ collection, bookmark }) =>
      !found.some((there) => isDeepStrictEqual([there.collection, there.bookmark], [collection, bookmark])),
  );
  if (missing.length === 0) return [];
  await send(client, "POST", "/presets", missing);
  return [`${missing.length} lists and bookmarks`];
}

function preset(collection: string, fields: string[], sort: string[]) {
  return {
    collection,
    bookmark: null as string | null,
    user: null,
    role: null,
    layout: "tabular",
    layout_query: { tabular: { fields, sort } },
    layout_options: { tabular: { spacing: "cozy", widths: widthsOf(fields) } },
  };
}

function widthsOf(fields: string[]): Record<string, number> {
  return Object.fromEntries(Object.entries(widths).filter(([field]) => fields.includes(field)));
}
