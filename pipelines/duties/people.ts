import { z } from "zod";
import { groupBy } from "../import/group.ts";
import type { Cell } from "./cells.ts";
import type { DutyContext } from "./duty.ts";
import { type DutyRecord, parts } from "./record.ts";

const employment = z.object({
  id: z.string(),
  staff_id: z.string(),
  school_urn: z.string(),
  staff_group: z.string().nullable(),
  fte: z.coerce.number().nullable(),
  starts_on: z.string(),
  ends_on: z.string().nullable(),
});
/** One spell of somebody's in a post. */
export type Employment = z.infer<typeof employment>;

/** The spells of these people, by person; of everybody in post on a day where no people are named. */
export async function readPosts(
  record: DutyRecord,
  whose: { staff_ids: string[] } | { inPostOn: string },
): Promise<Map<string, Employment[]>> {
  const active = { status: { _eq: "active" } };
  const filters =
    "inPostOn" in whose
      ? [{ ...active, ...inPost(whose.inPostOn) }]
      : parts([...new Set(whose.staff_ids)], 500).map((some) => ({ ...active, staff_id: { _in: some } }));
  const found: Employment[] = [];
  for (const filter of filters) found.push(...(await record.read("employments", employment, filter)));
  return groupBy(found, ({ staff_id }) => staff_id);
}

function inPost(day: string) {
  return { starts_on: { _lte: day }, _or: [{ ends_on: { _null: true } }, { ends_on: { _gte: day } }] };
}

/**
 * The post that counts on a day, of one person's: where they work most, between equal posts the one held longer; an audience's,
 * such as a governor's, only where there is no other. The figures choose in the same way (marts/main_posts.sql).
 */
export function mainPost(
  posts: Employment[] | undefined,
  day: string,
  policy: DutyContext["policy"],
): Employment | null {
  const audiences = policy.staff_groups.filter((group) => group.is_audience).map((group) => group.key);
  const isAudience = (post: Employment) => Number(audiences.includes(post.staff_group ?? ""));
  const held = (posts ?? []).filter((post) => post.starts_on <= day && (post.ends_on ?? "9999-12-31") >= day);
  const [first] = held.sort(
    (one, other) =>
      isAudience(one) - isAudience(other) ||
      (other.fte ?? 1) - (one.fte ?? 1) ||
      one.starts_on.localeCompare(other.starts_on) ||
      one.id.localeCompare(other.id),
  );
  return first ?? null;
}

/** Where somebody with this post works, as the cells of answers know it. */
export function cellOf(post: Employment | null): Cell {
  return { school_urn: post?.school_urn ?? null, staff_group: post?.staff_group ?? null };
}
